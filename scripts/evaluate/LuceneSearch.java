// Searches documents with Lucene's analyzer of a language, BM25 and OR, for comparison. Reads lines of standard input,
// separated by tabs: first "D", id and text of each document, then "Q" and text of each query. Writes a line for each
// query: the ids of the best documents, the best first, separated by tabs.
// Run: java -cp lucene-core.jar:lucene-analysis-common.jar LuceneSearch.java ar 100
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

public class LuceneSearch {
  public static void main(String[] args) throws Exception {
    Analyzer analyzer = switch (args[0]) {
      case "ar" -> new ArabicAnalyzer();
      case "tr" -> new TurkishAnalyzer();
      case "ru" -> new RussianAnalyzer();
      case "en" -> new EnglishAnalyzer();
      case "fa" -> new PersianAnalyzer();
      default -> new StandardAnalyzer();
    };
    int limit = Integer.parseInt(args[1]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var directory = new ByteBuffersDirectory();
    String line = in.readLine();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (; line != null && line.startsWith("D\t"); line = in.readLine()) {
        String[] parts = line.split("\t", 3);
        var document = new Document();
        document.add(new StoredField("id", parts[1]));
        document.add(new TextField("text", parts[2], Field.Store.NO));
        writer.addDocument(document);
      }
    }
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      var stored = searcher.storedFields();
      var builder = new QueryBuilder(analyzer);
      for (; line != null; line = in.readLine()) {
        Query query = builder.createBooleanQuery("text", line.substring(2));
        var ids = new StringBuilder();
        if (query != null)
          for (ScoreDoc hit : searcher.search(query, limit).scoreDocs)
            ids.append(ids.isEmpty() ? "" : "\t").append(stored.document(hit.doc).get("id"));
        out.println(ids);
      }
    }
    out.flush();
  }
}
