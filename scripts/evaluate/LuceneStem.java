// Reads words from standard input and writes each one's stem by Lucene's analyser of a language, for comparison.
// Run: java -cp lucene-core.jar:lucene-analysis-common.jar LuceneStem.java ar
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

public class LuceneStem {
  public static void main(String[] args) throws Exception {
    Analyzer analyzer = switch (args[0]) {
      case "ar" -> new ArabicAnalyzer(CharArraySet.EMPTY_SET);
      case "tr" -> new TurkishAnalyzer(CharArraySet.EMPTY_SET);
      case "ru" -> new RussianAnalyzer(CharArraySet.EMPTY_SET);
      default -> new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    };
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String word = in.readLine(); word != null; word = in.readLine()) {
      StringBuilder stem = new StringBuilder();
      try (TokenStream stream = analyzer.tokenStream("word", new StringReader(word))) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) stem.append(stem.isEmpty() ? "" : " ").append(term);
        stream.end();
      }
      out.println(stem);
    }
    out.flush();
  }
}
