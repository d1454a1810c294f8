"""Tantivy as a program that lisan is compared with: reads commands as JSON, one a line, and answers each with a line.

{"add": [{"id", "title", "body", "source"}, …]}   -> {}
{"finish": true}                                  -> {}
{"search": "words"}                               -> {"ids": [20 at most], "total": n}

Its default tokenizer cuts words and lowers them; nothing is stemmed. A search requires all words, or any where no article
has all, counts the sources of all matches, and makes a snippet of each hit. Needs the package `tantivy` from PyPI.
"""
import json
import sys

import tantivy

PAGE = 20
HEAP_BYTES = 512 * 1024 * 1024

builder = tantivy.SchemaBuilder()
builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
builder.add_text_field("title", stored=True)
builder.add_text_field("body", stored=True)
builder.add_text_field("source", fast=True, tokenizer_name="raw", index_option="basic")
schema = builder.build()
index = tantivy.Index(schema, path=sys.argv[1])
writer = index.writer(HEAP_BYTES)


def add(articles):
    for article in articles:
        fields = {name: [article[name]] for name in ("id", "title", "body", "source") if article.get(name)}
        writer.add_document(tantivy.Document(**fields))
    writer.commit()
    return {}


def finish():
    writer.commit()
    index.reload()
    return {}


def search(words):
    searcher = index.searcher()
    for all_words in (True, False):
        query, _ = index.parse_query_lenient(
            " ".join(f'"{word}"' for word in words.split()),
            ["title", "body"],
            field_boosts={"title": 2.0},
            conjunction_by_default=all_words,
        )
        found = searcher.search(query, PAGE)
        if found.count > 0:
            break
    searcher.aggregate(query, {"source": {"terms": {"field": "source", "size": 1000}}})
    snippets = tantivy.SnippetGenerator.create(searcher, query, schema, "body")
    ids = []
    for _, address in found.hits:
        document = searcher.doc(address)
        snippets.snippet_from_doc(document).to_html()
        ids.append(document.get_first("id"))
    return {"ids": ids, "total": found.count}


for line in sys.stdin:
    command = json.loads(line)
    if "add" in command:
        answer = add(command["add"])
    elif "search" in command:
        answer = search(command["search"])
    else:
        answer = finish()
    print(json.dumps(answer), flush=True)
