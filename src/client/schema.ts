// Made by scripts/client-types.ts from the description with the SHA-256 ce9ffafcc33f9613be2cf7c90acd0b0f1933269fed74b2548e3a352f9645bc3a.
export interface paths {
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the archive. */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the articles of a search that came in since the last look. */
        get: operations["getSearchNew"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a search in a feed reader. */
        get: operations["getSearchAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the documents of a search as JSON Lines, which `lisan ingest` reads. */
        get: operations["getSearchJsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the documents of a search for a spreadsheet. Cells that it would evaluate as formulas begin with an apostrophe. */
        get: operations["getSearchCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.ris": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the documents of a search as references in RIS, for Zotero, EndNote and others. */
        get: operations["getSearchRis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.bib": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the documents of a search as references in BibTeX. */
        get: operations["getSearchBib"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the documents of a search as a list to print, in the language of Accept-Language. */
        get: operations["getSearchHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search for up to 500 queries, one after the other. Each counts for the rate limit. */
        post: operations["postBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare how often queries match, by month, language or source. */
        get: operations["getCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compare.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table. */
        get: operations["getCompareCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/together": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count which entities appear in the same articles of a search, or together with one entity. */
        get: operations["getTogether"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/together.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table. */
        get: operations["getTogetherCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest entities and words for the text typed so far. */
        get: operations["getSuggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/similar/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find articles like one of the archive. */
        get: operations["getSimilarId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a whole article with its passages, mentions and related articles. */
        get: operations["getDocumentsId"];
        put?: never;
        post?: never;
        /** Delete a document and its earlier revisions. */
        delete: operations["deleteDocumentsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a reference to an article in RIS or BibTeX. */
        get: operations["getDocumentsIdCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of an article. */
        get: operations["getDocumentsIdRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a version of an article changed. */
        get: operations["getDocumentsIdRevisionsRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mark the words of a query in a whole article. */
        get: operations["getDocumentsIdMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store documents. They are on disk when the response is sent; the index follows. */
        post: operations["postDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find people, places, organisations and events by any of their names; those of the gazetteer first. */
        get: operations["getEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an entity with its names and its mentions in the archive. */
        get: operations["getEntitiesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entity-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was decided about entities: merges, splits and corrections of mentions. */
        get: operations["getEntityDecisions"];
        put?: never;
        /** Merge or split entities, or correct mentions. The documents that this concerns are tagged again. */
        post: operations["postEntityDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entity-decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a decision about entities. */
        delete: operations["deleteEntityDecisionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the synonyms of the archive. */
        get: operations["getSynonyms"];
        put?: never;
        /** Add synonyms. Searches use them at once; nothing is indexed again. */
        post: operations["postSynonyms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/synonyms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a synonym. */
        delete: operations["deleteSynonymsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How searches can be followed here. */
        get: operations["getAlertsOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the alerts of the key; with the scope `admin`, all of them. */
        get: operations["getAlerts"];
        put?: never;
        /** Follow a search: new articles are sent by mail, which its recipient must confirm, or to a webhook, which needs a key. */
        post: operations["postAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that asks whether to follow a search. */
        get: operations["getAlertsConfirm"];
        put?: never;
        /** Confirm that a search is followed. */
        post: operations["postAlertsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that asks whether to stop messages. */
        get: operations["getAlertsEnd"];
        put?: never;
        /** Stop the messages of an alert (RFC 8058). */
        post: operations["postAlertsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an alert of the key; with the scope `admin`, any. */
        delete: operations["deleteAlertsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message. If it arrives, an alert that was stopped goes on. */
        post: operations["postAlertsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the pinned and hidden articles of all queries. */
        get: operations["getPins"];
        put?: never;
        /** Pin articles to the top of a query, or hide them. Searches use it at once. */
        post: operations["postPins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove the pinned and hidden articles of a query. */
        delete: operations["deletePinsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/takedowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the articles that were taken down. */
        get: operations["getTakedowns"];
        put?: never;
        /** Take an article down: it is deleted with its revisions, is in no index and feed any more, and is refused if it is ingested again. */
        post: operations["postTakedowns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/takedowns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a takedown: the article is accepted again when it is ingested. */
        delete: operations["deleteTakedownsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the entities and names that the archive adds to the gazetteer. */
        get: operations["getOwnEntities"];
        put?: never;
        /** Add entities or names to the gazetteer; what the file has of the same id is replaced. */
        post: operations["postOwnEntities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own-entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove what the archive adds to the gazetteer under an id. What lisan brings stays. */
        delete: operations["deleteOwnEntitiesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report on the searches of the last days. Those of the last seconds may not be counted yet. */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report the state of archive and index, with documents that need attention. */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report whether search works and how far the index is behind. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus. */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            error: {
                /** @description Stable, for programs. */
                code: string;
                /** @description What is wrong, in the language of `Accept-Language`: ar, en, fa, ru or tr. */
                message: string;
                /** @description What to do about it, in the same language. */
                remedy: string;
            };
        };
        SearchAnswer: {
            query: string;
            tookMs: number;
            engine: string;
            /** @description Documents that match or are pinned; near-duplicates count one by one. */
            total: components["schemas"]["Total"];
            /** @description Further documents among the hits, which lack a part of the query: see `missing` and `similar` of a hit. Neither `total` nor `facets` count them. */
            partial: number;
            /** @description Documents that are collapsed into other hits: there are total + partial + meaning.found - collapsed hits to page through. */
            collapsed: number;
            /** @description Articles that editors left out for this query and that its filters let through. */
            hidden: number;
            /** @description What of the query the hits need not have; null if they match it as typed. */
            relaxed: components["schemas"]["Relaxation"] | null;
            /** @description Languages of the translations that were searched too; null if `across` is not on. */
            across: string[] | null;
            /** @description How meaning was searched; absent if the service has no embedder. */
            meaning?: components["schemas"]["MeaningUse"];
            /** @description Parts of the query that were not taken as typed. */
            notices: components["schemas"]["Notice"][];
            hits: components["schemas"]["Hit"][];
            /** @description Gives the next page if it is sent as `cursor`; null on the last page, and if no `cursor` was sent. */
            cursor: string | null;
            /** @description The most frequent values first; months in order. */
            facets: {
                [key: string]: components["schemas"]["FacetCount"][];
            };
            /** @description Entities that the query names: all their names are searched. */
            recognised: components["schemas"]["RecognisedEntity"][];
            /** @description The query in another spelling if it finds little, otherwise null. */
            suggestion: string | null;
        };
        Total: {
            value: number;
            /**
             * @description `gte`: at least this many.
             * @enum {string}
             */
            relation: "eq" | "gte";
        };
        Relaxation: {
            /**
             * @description The most important kind of `dropped`. `phrase`, `field`: no document has it so, its words are searched; `spelling`: words spelt alike are searched; `words`: hits with some of the words are added; `similar`: hits with similar words are added.
             * @enum {string}
             */
            why: "phrase" | "field" | "spelling" | "words" | "similar";
            /** @description Parts of the query that hits need not have. */
            dropped: {
                /** @enum {string} */
                kind: "phrase" | "field" | "spelling" | "words" | "similar";
                /** @description As typed. */
                text: string;
            }[];
        };
        MeaningUse: {
            /** @description Weight of meaning in the order of the hits. */
            hybrid: number;
            /**
             * @description `complete`: all documents are embedded; `behind`: some changes are not yet, their documents are found by words; `unavailable`: the embedder failed, see `reason`; `unused`: the search is by words alone (no words, `match=exact`, `strict`, by date, without hits, or weight 0).
             * @enum {string}
             */
            state: "complete" | "behind" | "unavailable" | "unused";
            /** @description Hits that are found by their meaning only. */
            found: number;
            /** @description Code of the error for which meaning could not be searched; the log of the service has more. */
            reason?: string;
        };
        Notice: {
            /**
             * @description `unknown_field`, `unknown_language`, `unknown_entity`, `invalid_date`: not a field or value, read as words; `unknown_syntax`: what is syntax elsewhere, read as words; `unused_operator`: an operator without operands, left out; `unclosed_quote`: no phrase, read as words; `filter_beside_words`: a filter as an alternative to words, read as words; `many_completions`: more words begin so than are searched; `no_words`: nothing that can be searched, so nothing is found.
             * @enum {string}
             */
            code: "unknown_field" | "unknown_syntax" | "unused_operator" | "unclosed_quote" | "unknown_language" | "unknown_entity" | "invalid_date" | "filter_beside_words" | "many_completions" | "no_words";
            /** @description The part of the query, as typed. */
            text: string;
        };
        Hit: {
            id: string;
            title: string;
            url: string | null;
            source: string | null;
            /** @description ISO 8601 date or instant. */
            publishedAt: string | null;
            /** @description BCP 47 codes, the language with the most text first. */
            languages: string[];
            /** @description In order of first mention. */
            entities: components["schemas"]["MentionedEntity"][];
            /** @description Parts of the article of which only the beginning is indexed and marked, as they are very long; missing if there are none. */
            truncated?: ("title" | "keywords" | "body" | "fields" | "mentions" | "marks")[];
            /** @description Orders the hits of one answer; null if they are not ranked. */
            score: number | null;
            /** @description Near-duplicates that are collapsed into this hit. */
            duplicates: number;
            /**
             * @description Set for an article that editors put first for this query; it has no score.
             * @constant
             */
            pinned?: true;
            /** @description Words of the query that the document lacks. Empty if it matches. */
            missing: string[];
            /** @description Words of the query of which the document only has similar ones, which may be other words. Empty if it matches. */
            similar: string[];
            /**
             * @description True if it is found by its meaning only: the passage that is near to the query is shown, and nothing is marked. `total`, `partial` and `facets` do not count it.
             * @constant
             */
            meaning?: true;
            highlights: {
                title: components["schemas"]["HighlightedPassage"] | null;
                body: components["schemas"]["HighlightedPassage"][];
                more: components["schemas"]["MoreMarks"];
            };
            /** @description The parts of the score; only with `explain=true`. */
            explanation?: components["schemas"]["Explanation"];
        };
        MentionedEntity: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name: string;
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
            /** @description Where the article mentions it, in order. */
            mentions: {
                /** @enum {string} */
                field: "title" | "keywords" | "body";
                /** @description UTF-16 offset into the stored field. */
                start: number;
                /** @description UTF-16 offset into the stored field. */
                end: number;
            }[];
        };
        HighlightedPassage: {
            /** @description `text`, escaped, with `<mark data-kind="…">` around every mark. */
            html: string;
            /** @description A piece of the stored field, unchanged. */
            text: string;
            /** @description BCP 47 code; `und` if unknown. */
            lang: string;
            /** @enum {string} */
            dir: "ltr" | "rtl";
            /** @description UTF-16 offset into the stored field. */
            start: number;
            /** @description True if the passage begins before `text`. */
            cutStart: boolean;
            /** @description True if the passage goes on after `text`. */
            cutEnd: boolean;
            marks: components["schemas"]["Mark"][];
        };
        Mark: {
            /** @description UTF-16 offset into the stored field. */
            start: number;
            /** @description UTF-16 offset into the stored field. */
            end: number;
            /**
             * @description How the text matches the word of the query, the closest kind first.
             * @enum {string}
             */
            kind: "exact" | "variant" | "stem" | "synonym" | "completion" | "typo" | "name" | "entity" | "translation" | "similar";
            /** @description The word of the query that it matches. */
            word: string;
            /** @description The marked text in the language of the client, where the text is in another one: a name, or a likely translation. Only with `across`. */
            gloss?: string;
        };
        /** @description Marks of the body that are in no passage here; null if all are shown. */
        MoreMarks: {
            count: number;
            /** @description Of the first of them, in the body. */
            start: number;
        } | null;
        Explanation: {
            /** @description The value by which hits are ordered: (sum of clauses + proximity + density) * coverage * freshness * brevity * demotion. */
            total: number;
            /** @description BM25F of each clause, in the order of the query. */
            clauses: number[];
            /** @description Bonus for pairs of clauses that are close together in the text. */
            proximity: number;
            /** @description Bonus for the window of words with most of the query. */
            density: number;
            /** @description Factor from 0 to 1: the share of the query that matches. */
            coverage: number;
            /** @description Factor of at least 1: a mild preference for newer articles. */
            freshness: number;
            /** @description Factor for the length of the article: above 1 if it is shorter than the mean. */
            brevity: number;
            /** @description Factor below 1 that puts documents with only similar words last; else 1. */
            demotion: number;
            /** @description Nearness of meaning from 0 to 1, where meaning is searched; `total` is then (1 - hybrid) * words + hybrid * nearness, where words is the score by words divided by the best one, times the share of the query that the best has. */
            meaning?: number;
        };
        FacetCount: {
            value: string;
            /** @description Documents that have the value. */
            count: number;
            /** @description Of an entity, in the language of the client. */
            name?: string;
            /**
             * @description Of an entity.
             * @enum {string}
             */
            type?: "person" | "place" | "organisation" | "event";
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
        };
        /** @description An entity that the query names, with UTF-16 offsets into it. */
        RecognisedEntity: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name: string;
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
            start: number;
            end: number;
        };
        NewArticles: {
            /** @description Articles that match and came in since. */
            count: number;
            /**
             * @description `gte`: at least this many; much came in.
             * @enum {string}
             */
            relation: "eq" | "gte";
            /** @description What to send the next time. */
            seen: string;
        };
        CompareAnswer: {
            /** @enum {string} */
            by: "date" | "lang" | "source";
            queries: components["schemas"]["ComparedQuery"][];
            /** @description Every month from the first to the last one with a match, or the most frequent values. */
            values: {
                value: string;
                /** @description Documents with this value, whatever they say: for shares. */
                all: number;
                /** @description Documents that match each query, in the order of `queries`. */
                counts: number[];
            }[];
        };
        ComparedQuery: {
            query: string;
            total: components["schemas"]["Total"];
            notices: components["schemas"]["Notice"][];
        };
        TogetherAnswer: {
            query: string;
            /** @description The entity that the others appear with; null without `around`. */
            around: components["schemas"]["EntitySummary"] | null;
            /** @description Entities that `entity` asks for: every document mentions them, so they are no nodes. */
            everywhere: components["schemas"]["EntitySummary"][];
            /** @description Documents of the search: of which all counts are. */
            documents: number;
            /** @description `around`, then the entities that most documents mention, or most of those that mention `around`. */
            nodes: components["schemas"]["TogetherNode"][];
            /** @description Pairs that are together in at least one document, those of most documents first. */
            edges: components["schemas"]["TogetherEdge"][];
            /** @description Further pairs of `nodes` that are together, in fewer documents. */
            edgesLeftOut: number;
            notices: components["schemas"]["Notice"][];
        };
        EntitySummary: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name: string;
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
        };
        TogetherNode: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name: string;
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
            /** @description Documents of the search that mention it. */
            documents: number;
        };
        TogetherEdge: {
            /** @description Id of an entity of `nodes`; it comes before the other there. */
            a: string;
            /** @description Id of another one. */
            b: string;
            /** @description Documents of the search that mention both: the hits of it with `entity=a,b`. */
            documents: number;
            /** @description Normalised pointwise mutual information (Bouma 2009) over the documents of the search: 1 if each is only mentioned with the other, 0 if they are together as often as by chance, below 0 if less often. Null if every document mentions both, where chance cannot be told. */
            npmi: number | null;
        };
        SuggestAnswer: {
            query: string;
            suggestions: components["schemas"]["Suggestion"][];
        };
        Suggestion: {
            /** @enum {string} */
            kind: "entity" | "word";
            /** @description The text for the search box if it is chosen. */
            text: string;
            /** @description BCP 47 code; `und` if unknown. */
            lang: string;
            /** @enum {string} */
            dir: "ltr" | "rtl";
            /** @description Documents that mention the entity, or that have the word. */
            documents: number;
            entity?: components["schemas"]["EntitySummary"];
            /** @description The position by which a person was found. */
            position?: components["schemas"]["Position"];
        };
        Position: {
            /** @description In the language of the client if the list has it. */
            title: string;
            /** @description First year, month or day, like 2004-03-09. */
            from: string | null;
            /** @description Last year, month or day; null if it is not known to have ended. */
            to: string | null;
        };
        SimilarAnswer: {
            id: string;
            hits: {
                id: string;
                title: string;
                url: string | null;
                source: string | null;
                /** @description ISO 8601 date or instant. */
                publishedAt: string | null;
                /** @description BCP 47 codes, the language with the most text first. */
                languages: string[];
                /** @description In order of first mention. */
                entities: components["schemas"]["MentionedEntity"][];
                /** @description Parts of the article of which only the beginning is indexed and marked, as they are very long; missing if there are none. */
                truncated?: ("title" | "keywords" | "body" | "fields" | "mentions" | "marks")[];
                score: number;
                duplicates: number;
                /**
                 * @description True if it is similar by its meaning only.
                 * @constant
                 */
                meaning?: true;
            }[];
        };
        Document: {
            id: string;
            title: string;
            body: string;
            url?: string;
            source?: string;
            /** @description ISO 8601 date or instant. */
            publishedAt?: string;
            /** @description The date as the page had it. */
            publishedText?: string;
            keywords: string[];
            authors?: string[];
            section?: string;
            /** @description URL of the main picture. */
            image?: string;
            /** @description As the source says; the languages of passages are detected. */
            language?: string;
            /** @description Further values that the source gives. */
            fields?: {
                [key: string]: string | number | (string | number)[];
            };
            revision: number;
            languages: string[];
            passages: components["schemas"]["Passage"][];
            mentions: components["schemas"]["ArticleMention"][];
            /** @description Parts of the article of which only the beginning is indexed and marked, as they are very long; missing if there are none. */
            truncated?: ("title" | "keywords" | "body" | "fields" | "mentions" | "marks")[];
            /** @description Other articles of the same page. */
            related: components["schemas"]["ArticleReference"][];
            /** @description Documents with nearly the same text. */
            duplicates: components["schemas"]["ArticleReference"][];
        };
        /** @description A stretch of a field in one language: a paragraph, a title. */
        Passage: {
            /** @enum {string} */
            field: "title" | "keywords" | "body";
            /** @description UTF-16 offset into the stored field. */
            start: number;
            /** @description UTF-16 offset into the stored field. */
            end: number;
            /** @description BCP 47 code; `und` if unknown. */
            lang: string;
            /** @enum {string} */
            dir: "ltr" | "rtl";
        };
        ArticleMention: {
            /** @enum {string} */
            field: "title" | "keywords" | "body";
            /** @description UTF-16 offset into the stored field. */
            start: number;
            /** @description UTF-16 offset into the stored field. */
            end: number;
            /** @description Id of the entity. */
            entity: string;
            /** @enum {string} */
            type?: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name?: string;
        };
        ArticleReference: {
            id: string;
            title: string;
            source?: string;
            publishedAt?: string;
        };
        Revisions: {
            id: string;
            /** @description The newest first, which is the present one; 100 at most. */
            revisions: components["schemas"]["RevisionSummary"][];
            /** @description Earlier versions that are not listed: older or damaged ones. */
            leftOut: number;
        };
        RevisionSummary: {
            /** @description 1 for the first version, one more for every change. */
            revision: number;
            /** @description When the archive stored it: an ISO 8601 instant. */
            storedAt: string;
            title: string;
            /** @description Fields that differ from the version before it in this list; empty for the last one. */
            changed: string[];
        };
        Revision: {
            id: string;
            /** @description 1 for the first version, one more for every change. */
            revision: number;
            /** @description An ISO 8601 instant. */
            storedAt: string;
            /** @description The earlier version; null for the first one, which is then all added. */
            comparedWith: number | null;
            title: components["schemas"]["Differences"];
            body: components["schemas"]["Differences"];
            /** @description Other fields that differ, lists with commas; null where a version lacks one. */
            fields: components["schemas"]["ChangedField"][];
        };
        Differences: {
            /**
             * @description What was compared: words; paragraphs where too many words differ; the whole text where too many paragraphs do.
             * @enum {string}
             */
            unit: "word" | "paragraph" | "text";
            /** @description In order. What is the same or removed, joined, is the earlier text; what is the same or added, the later. */
            parts: components["schemas"]["Difference"][];
        };
        Difference: {
            /** @enum {string} */
            kind: "same" | "removed" | "added";
            text: string;
        };
        ChangedField: {
            name: string;
            before: string | null;
            after: string | null;
        };
        MarksAnswer: {
            id: string;
            query: string;
            marks: components["schemas"]["ArticleMark"][];
            /** @description Parts of the article of which only the beginning is indexed and marked, as they are very long; missing if there are none. */
            truncated?: ("title" | "keywords" | "body" | "fields" | "mentions" | "marks")[];
        };
        ArticleMark: {
            /** @description UTF-16 offset into the stored field. */
            start: number;
            /** @description UTF-16 offset into the stored field. */
            end: number;
            /**
             * @description How the text matches the word of the query, the closest kind first.
             * @enum {string}
             */
            kind: "exact" | "variant" | "stem" | "synonym" | "completion" | "typo" | "name" | "entity" | "translation" | "similar";
            /** @description The word of the query that it matches. */
            word: string;
            /** @description The marked text in the language of the client, where the text is in another one: a name, or a likely translation. Only with `across`. */
            gloss?: string;
            /** @enum {string} */
            field: "title" | "body";
        };
        Stored: {
            added: number;
            changed: number;
            unchanged: number;
            /** @description Ids of the stored documents, in the order they were sent. */
            ids: string[];
            /** @description Documents that were not stored. */
            skipped: {
                /** @description Place of the document in the request, from 1. */
                position: number;
                reason: string;
            }[];
            /** @description Parts of documents that were not understood or not stored. */
            remarks: {
                /** @description Place of the document in the request, from 1. */
                position: number;
                reason: string;
            }[];
            /** @description Documents that were taken down: they were not stored. */
            refused: {
                id: string;
                reason: string;
            }[];
            /** @description True if the index already has the change. */
            indexed: boolean;
        };
        Deleted: {
            id: string;
            /** @constant */
            deleted: true;
            /** @description True if the index already has the change. */
            indexed: boolean;
        };
        Entities: {
            total: number;
            entities: components["schemas"]["EntitySummary"][];
        };
        Entity: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @description In the language of the client, by Accept-Language. */
            name: string;
            /**
             * @description False for an entity that the gazetteer does not have; otherwise absent.
             * @constant
             */
            listed?: false;
            /** @description By language; the first name is the preferred one. */
            names: {
                [key: string]: string[];
            };
            description: string | null;
            /** @description What a person is, or was on the date that was asked for. */
            position: components["schemas"]["Position"] | null;
            /** @description All positions, the latest first. */
            positions: components["schemas"]["Position"][];
            /** @description Wikidata id, like Q12345. */
            wikidata: string | null;
            /** @description Entities that the gazetteer relates to it. */
            related: components["schemas"]["EntitySummary"][];
            /** @description Documents that mention it. */
            documents: number;
            mentions: components["schemas"]["EntityMentions"];
            /** @description As articles spell it, the most frequent first. */
            spellings: {
                spelling: string;
                /** @description BCP 47 code; `und` if unknown. */
                language: string;
                mentions: number;
            }[];
            /** @description The entities most often mentioned in the same documents. */
            together: {
                id: string;
                /** @enum {string} */
                type: "person" | "place" | "organisation" | "event";
                /** @description In the language of the client, by Accept-Language. */
                name: string;
                /**
                 * @description False for an entity that the gazetteer does not have; otherwise absent.
                 * @constant
                 */
                listed?: false;
                documents: number;
            }[];
        };
        EntityMentions: {
            total: number;
            /** @description In order of time, like 2023-10; null for documents without a date. */
            months: {
                month: string | null;
                mentions: number;
            }[];
            /** @description Languages of the passages that mention it, the most frequent first. */
            languages: {
                /** @description BCP 47 code; `und` if unknown. */
                language: string;
                mentions: number;
            }[];
        };
        EntityDecisions: {
            decisions: components["schemas"]["EntityDecision"][];
        };
        EntityDecision: {
            /** @constant */
            kind: "merge";
            /** @description The entity that stays. */
            into: string;
            /** @description The entity that becomes a part of it. */
            from: string;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            at?: string;
            id: string;
        } | {
            /** @constant */
            kind: "split";
            /** @description The entity that loses a name. */
            entity: string;
            /** @description The name, as articles write it. */
            name: string;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            at?: string;
            id: string;
        } | {
            /** @constant */
            kind: "correct";
            /** @description Id of the document. */
            document: string;
            /** @description Only mentions of this entity. */
            entity?: string;
            /** @description Only where it is written so; without `entity`, also where nobody was found. */
            name?: string;
            /** @description Who is meant; null for nobody. */
            to: string | null;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            at?: string;
            id: string;
        };
        EntityDecisionsAdded: {
            decisions: components["schemas"]["EntityDecision"][];
            /** @description True if the index already has the change. */
            indexed: boolean;
        };
        EntityDecisionRemoved: {
            id: string;
            /** @constant */
            deleted: true;
            /** @description True if the index already has the change. */
            indexed: boolean;
        };
        Synonyms: {
            synonyms: components["schemas"]["Synonym"][];
        };
        Synonym: {
            /** @description Words, or names and terms of up to 6 words, that find each other, or, if there is `to`, that find those. */
            words: string[];
            /** @description Those that are only found. */
            to?: string[];
            /** @description ISO 639-1 code of their language; without it each is a word of every language of its script. */
            lang?: string;
            id: string;
        };
        AlertOffer: {
            /** @description Whether a search can be followed by mail. */
            mail: boolean;
            /** @description Whether it can be followed by a webhook, with a key. */
            webhook: boolean;
            /** @description Times between two messages that can be chosen, in minutes. */
            intervals: number[];
        };
        Alerts: {
            alerts: components["schemas"]["Alert"][];
        };
        Alert: {
            id: string;
            name: string;
            /** @enum {string} */
            channel: "mail" | "webhook";
            /** @description Address of mail, or URL of the webhook. */
            target: string;
            /** @description Parameters of the search, as in an address. */
            search: string;
            /**
             * @description Of the messages.
             * @enum {string}
             */
            language: "ar" | "fa" | "tr" | "en" | "ru";
            /** @description Least time between two messages, in minutes. */
            interval: number;
            /**
             * @description `unconfirmed`: the recipient has not agreed yet; `failing`: the last try failed and is repeated; `stopped`: nothing is sent until a test succeeds; `ownerless`: its key is gone.
             * @enum {string}
             */
            state: "ok" | "unconfirmed" | "failing" | "stopped" | "ownerless";
            madeAt: string;
            /** @description When the last message was sent. */
            sentAt: string | null;
            /** @description Articles that wait for the next message. */
            waiting: number;
            /** @description Why the last try failed. */
            failure: string | null;
            /** @description Messages of which it is not known whether they arrived. */
            uncertain: number;
        };
        AddedAlert: {
            id: string;
            name: string;
            /** @enum {string} */
            channel: "mail" | "webhook";
            /** @description Address of mail, or URL of the webhook. */
            target: string;
            /** @description Parameters of the search, as in an address. */
            search: string;
            /**
             * @description Of the messages.
             * @enum {string}
             */
            language: "ar" | "fa" | "tr" | "en" | "ru";
            /** @description Least time between two messages, in minutes. */
            interval: number;
            /**
             * @description `unconfirmed`: the recipient has not agreed yet; `failing`: the last try failed and is repeated; `stopped`: nothing is sent until a test succeeds; `ownerless`: its key is gone.
             * @enum {string}
             */
            state: "ok" | "unconfirmed" | "failing" | "stopped" | "ownerless";
            madeAt: string;
            /** @description When the last message was sent. */
            sentAt: string | null;
            /** @description Articles that wait for the next message. */
            waiting: number;
            /** @description Why the last try failed. */
            failure: string | null;
            /** @description Messages of which it is not known whether they arrived. */
            uncertain: number;
            /** @description Signs the messages of a webhook. It is told only once. */
            secret?: string;
        };
        PinList: {
            pins: components["schemas"]["Pins"][];
        };
        Pins: {
            /** @description Plain words; every query with the same words is meant, in any case and spelling. */
            query: string;
            /** @description ISO 639-1 code of the language of the readers for whom it holds, instead of the rule without one. */
            lang?: string;
            pinned: string[];
            hidden: string[];
            id: string;
            /** @description Those of its articles that the archive does not have: deleted or taken down. */
            missing: string[];
        };
        Takedowns: {
            takedowns: components["schemas"]["Takedown"][];
        };
        Takedown: {
            id: string;
            reason: string;
            /** @description ISO 8601 instant. */
            madeAt: string;
        };
        TakedownsMade: {
            takedowns: {
                id: string;
                /** @description False if the archive had no such article. */
                deleted: boolean;
            }[];
            /** @description True if the index already has the change. */
            indexed: boolean;
        };
        OwnEntities: {
            total: number;
            entities: components["schemas"]["OwnEntityLine"][];
        };
        /** @description A line of the file. */
        OwnEntityLine: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @default {} */
            names: {
                [key: string]: string[];
            };
            /** @default [] */
            ambiguous: string[];
            made?: string[];
            /** @default [] */
            except: string[];
            /** @default [] */
            related: string[];
            /** @default [] */
            roles: ("president" | "premier" | "minister" | "monarch" | "envoy" | "speaker" | "commander" | "leader")[];
            description?: {
                [key: string]: string;
            };
            wikidata?: string;
            /** @default [] */
            sameAs: string[];
            /** @default [] */
            positions: {
                name: {
                    [key: string]: string;
                };
                from?: string;
                to?: string;
            }[];
            dates?: {
                from?: string;
                to?: string;
            };
        };
        /** @description What a line of the file says of an entity. It is merged over what the gazetteer has under the id. */
        OwnEntity: {
            id: string;
            /** @enum {string} */
            type: "person" | "place" | "organisation" | "event";
            /** @default {} */
            names: {
                [key: string]: string[];
            };
            /** @default [] */
            ambiguous: string[];
            made?: string[];
            /** @default [] */
            except: string[];
            /** @default [] */
            related: string[];
            /** @default [] */
            roles: ("president" | "premier" | "minister" | "monarch" | "envoy" | "speaker" | "commander" | "leader")[];
            description?: {
                [key: string]: string;
            };
            wikidata?: string;
            /** @default [] */
            sameAs: string[];
            /** @default [] */
            positions: {
                name: {
                    [key: string]: string;
                };
                from?: string;
                to?: string;
            }[];
            dates?: {
                from?: string;
                to?: string;
            };
        };
        Report: {
            days: number;
            /** @description False if texts of queries are not kept (`LISAN_QUERIES=redacted`): then only the sums are known. */
            kept: boolean;
            searches: number;
            /** @description Searches that found nothing. */
            empty: number;
            /** @description Queries without a hit, the most frequent first. */
            withoutHits: components["schemas"]["QueryCount"][];
            /** @description The most frequent queries. */
            frequent: components["schemas"]["QueryCount"][];
            /** @description The slowest queries. */
            slow: components["schemas"]["QueryCount"][];
        };
        QueryCount: {
            query: string;
            /** @description How often it was searched. */
            times: number;
            /** @description How often it found nothing. */
            empty: number;
            /** @description Duration of the slowest search, in milliseconds. */
            slowest: number;
        };
        State: {
            health: components["schemas"]["Health"];
            /** @description The last update of the index since the service started. */
            lastUpdate: {
                /** @description ISO 8601 instant. */
                at: string;
                /**
                 * @description Changes were applied, a new index took over, or the one before did.
                 * @enum {string}
                 */
                outcome: "updated" | "built" | "rolledBack";
                indexed: number;
                deleted: number;
                /** @description Documents whose entities were looked up again. */
                retagged: number;
            } | null;
            /** @description The last complete verification of everything that is stored. */
            verified: {
                /** @description ISO 8601 instant. */
                at: string;
                rows: number;
                problems: string[];
            } | null;
            setAside: {
                count: number;
                /** @description Documents that could not be indexed, at most 100. */
                documents: {
                    id: string;
                    reason: string;
                    /** @description ISO 8601 instant. */
                    since: string;
                }[];
            };
            damaged: {
                count: number;
                /** @description Documents whose stored text is damaged, at most 100. */
                documents: {
                    id: string;
                    /** @description ISO 8601 instant. */
                    noticedAt: string;
                }[];
            };
            takedowns: number;
            /** @description Queries with pinned or hidden articles that the archive does not have. */
            lostPins: number;
            disk: {
                freeBytes: number;
                totalBytes: number;
            };
            /** @description The last writes of Meilisearch's clients, the newest first. */
            tasks: {
                uid: number;
                type: string;
                /** @enum {string} */
                status: "enqueued" | "processing" | "succeeded" | "failed" | "canceled";
                /** @description ISO 8601 instant. */
                enqueuedAt: string;
                error: string | null;
            }[];
        };
        Health: {
            /**
             * @description The status that Meilisearch clients expect.
             * @constant
             */
            status: "available";
            engine: string;
            /** @description In the archive. */
            documents: number;
            /** @description In the index. */
            indexed: number;
            /** @description Changes that the index lacks. */
            lag: number;
            /** @description True if another version of the analysis built the index. */
            outdated: boolean;
            /** @description Worker threads, and requests that run or wait. */
            reading: {
                threads: number;
                underWay: number;
                waiting: number;
            };
            /** @description Progress of the current index update, in documents. */
            updating?: {
                done: number;
                total: number;
            };
            /** @description Search by meaning, if there is an embedder whose thread has begun. */
            meaning?: {
                model: string | null;
                /** @description That are embedded. */
                documents: number;
                vectors: number;
                /** @description Changes that are not embedded yet. */
                pending: number;
                /** @description Documents whose text the model refused. */
                refused: number;
                passagesPerSecond: number | null;
                failure?: {
                    code: string;
                    reason: string;
                    remedy: string;
                };
            };
            /** @description Why the last update of the index failed; `retryAfter` in seconds. */
            failure?: {
                code: string;
                reason: string;
                remedy: string;
                retryAfter: number;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSearch: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Hits on the page. */
                limit?: number;
                /** @description Hits before the page. */
                offset?: number;
                /** @description `*` to page through up to 10,000 hits as they are now, whatever is written meanwhile; then the `cursor` of the last answer, with the same search. Kept for 10 minutes. */
                cursor?: string;
                /** @description Values to count over all hits; `date` counts by month. */
                facets?: ("lang" | "entity" | "source" | "author" | "section" | "keywords" | "date" | "field1" | "field2" | "field3" | "field4" | "field5" | "field6" | "field7" | "field8")[];
                /** @description Give the parts of each score. */
                explain?: boolean;
                /** @description Weight of meaning in the order of hits: 0, words alone, to 1, meaning alone. Default: as `LISAN_HYBRID` says. Above 0 it needs an embedder (`400 no_embedder`). */
                hybrid?: number;
                /** @description Do not relax the query: only documents with every word as spelt, every phrase and every field. */
                strict?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The hits that the cursor pages through are not kept any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchNew: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description `seen` of the last answer; without it nothing is counted. */
                seen?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewArticles"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchAtom: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Entries of the feed. */
                limit?: number;
                /** @description A key with the scope `search` only, for readers that send no headers. */
                key?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed, the newest documents first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchJsonl: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Maximum number of documents. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One document a line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchCsv: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Maximum number of documents. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One document a row, after a row with the names of the columns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchRis: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Maximum number of documents. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One reference for each document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchBib: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Maximum number of documents. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry for each document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-bibtex": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSearchHtml: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Maximum number of documents. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with title, source, date, beginning and address of each document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postBatch: {
        parameters: {
            query?: {
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description The order of the hits; undated documents come last. */
                sort?: "relevance" | "newest" | "oldest";
                /** @description Hits of each query. */
                limit?: number;
                /** @description The first query that is searched, from 1: after a stop, the rest. */
                start?: number;
                /** @description How the hits are written. */
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The queries; as text/csv or text/plain, one a line, or those of the column `query` of a table. Hits match their query as typed. */
        requestBody: {
            content: {
                "application/json": {
                    queries: string[];
                };
                "text/csv": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description A row for each hit, or a line of JSON for each query, in the order of the queries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is neither JSON nor a text. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCompare: {
        parameters: {
            query?: {
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description One to 5 queries, as several parameters. */
                q?: string[];
                /** @description What is counted by; `date` is by month. */
                by?: "date" | "lang" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts of each query, and of all documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompareAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCompareCsv: {
        parameters: {
            query?: {
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description One to 5 queries, as several parameters. */
                q?: string[];
                /** @description What is counted by; `date` is by month. */
                by?: "date" | "lang" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row for each value, with a column for each query and one for all documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTogether: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description Id of the entity that the others appear with. Default: all of the search. */
                around?: string;
                /** @description Types of the entities, besides the one of `around`. Default: every type. */
                types?: ("person" | "place" | "organisation" | "event")[];
                /** @description Entities, besides the one of `around`. */
                nodes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entities, and pairs of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TogetherAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTogetherCsv: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description Documents with a passage in any of these languages. */
                lang?: ("ar" | "tr" | "en" | "ru" | "fa" | "de" | "fr")[];
                /** @description Documents that mention every one of these entities, by id. */
                entity?: string[];
                /** @description Documents from any of these sources. Write a comma within a name as `\,`. */
                source?: string[];
                /** @description Documents by any of these authors. */
                author?: string[];
                /** @description Documents of any of these sections. */
                section?: string[];
                /** @description Documents with any of these keywords. */
                keywords?: string[];
                /** @description Documents with any of these values in a field that is listed in `LISAN_FACETS`. */
                "fields.NAME"?: string[];
                /** @description Documents published on this day or later, in the time zone of the service. Like 2023-10-31. */
                from?: string;
                /** @description Documents published on this day or earlier, in the time zone of the service. Like 2023-10-31. */
                to?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match names that are not in the gazetteer across scripts, by sound. */
                names?: boolean;
                /** @description Only entities of the gazetteer, in facets, in hits and recognised in the query: none that only articles have. */
                listed?: boolean;
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
                /** @description Collapse near-duplicates into one hit; `duplicates` of a hit counts the others. */
                collapse?: boolean;
                /** @description Id of the entity that the others appear with. Default: all of the search. */
                around?: string;
                /** @description Types of the entities, besides the one of `around`. Default: every type. */
                types?: ("person" | "place" | "organisation" | "event")[];
                /** @description Entities, besides the one of `around`. */
                nodes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A row for each pair, with names, ids, counts and the measure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSuggest: {
        parameters: {
            query?: {
                /** @description The text typed so far. */
                q?: string;
                /** @description Maximum number of suggestions. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggestions, entities first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSimilarId: {
        parameters: {
            query?: {
                /** @description Maximum number of articles. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The most similar articles first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The stored text is damaged. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDocumentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stored article, with passages, entities and related articles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The stored text is damaged. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteDocumentsId: {
        parameters: {
            query?: {
                /** @description Respond when the index has the change, not already when the archive has it. */
                wait?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description The document was deleted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDocumentsIdCitation: {
        parameters: {
            query?: {
                /** @description How the reference is written. */
                format?: "ris" | "bibtex";
            };
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reference, with the address of the article and the present day. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                    "application/x-bibtex": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDocumentsIdRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The present version and earlier ones. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revisions"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The stored text is damaged. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDocumentsIdRevisionsRevision: {
        parameters: {
            query?: {
                /** @description An earlier version to compare with. Default: the one before. */
                with?: number;
            };
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
                /** @description Number of the version. */
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences from an earlier version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The stored text is damaged. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDocumentsIdMarks: {
        parameters: {
            query?: {
                /** @description The search box: `word`, `"a phrase"`, `-word`, `a OR b`, `(a OR b) AND c`, `begin*`, `title:word`, `lang:tr`, `date:2023-10` …; docs/search.md has all of it. */
                q?: string;
                /** @description `all`: every spelling and form of every word; `exact`: the words as typed. */
                match?: "all" | "exact";
                /** @description Also match translations of the words in Arabic, Turkish, English and Russian. Default: as `LISAN_ACROSS` says. */
                across?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The marks of title and body, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarksAnswer"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The stored text is damaged. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postDocuments: {
        parameters: {
            query?: {
                /** @description Respond when the index has the change, not already when the archive has it. */
                wait?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Documents, each with `title`, `body` and the other fields of the JSON Lines format. The same id, or without one the same URL, is the same document; without both, the same text is. */
        requestBody: {
            content: {
                "application/json": {
                    documents: (({
                        id?: string | number | null;
                        title?: string | null;
                        body?: string | null;
                        text?: string | null;
                        url?: string | null;
                        source?: string | null;
                        publishedAt?: string | null;
                        publishedText?: string | null;
                        keywords?: (string | string[]) | null;
                        authors?: (string | string[]) | null;
                        section?: string | null;
                        image?: string | null;
                        language?: string | null;
                        fields?: {
                            [key: string]: string | number | (string | number)[];
                        } | null;
                    } & {
                        [key: string]: unknown;
                    }) | {
                        title: string;
                    } | {
                        body: string;
                    } | {
                        text: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description What became of the documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stored"];
                };
            };
            /** @description What became of the documents. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stored"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEntities: {
        parameters: {
            query?: {
                /** @description Prefix of any word of any name; empty for all. */
                q?: string;
                /** @description Maximum number of entities. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entities. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entities"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEntitiesId: {
        parameters: {
            query?: {
                /** @description Date for which the position of a person is given, like that of an article; default today. */
                date?: string;
            };
            header?: never;
            path: {
                /** @description Id of an entity, like `person-sergey-lavrov`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entity. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entity"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEntityDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All decisions, in the order in which they were made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDecisions"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postEntityDecisions: {
        parameters: {
            query?: {
                /** @description Respond when the index has the change, not already when the archive has it. */
                wait?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Decisions; all of them are kept or none. */
        requestBody: {
            content: {
                "application/json": {
                    decisions: ({
                        /** @constant */
                        kind: "merge";
                        /** @description The entity that stays. */
                        into: string;
                        /** @description The entity that becomes a part of it. */
                        from: string;
                        /**
                         * Format: date-time
                         * @description When it was decided.
                         */
                        at?: string;
                    } | {
                        /** @constant */
                        kind: "split";
                        /** @description The entity that loses a name. */
                        entity: string;
                        /** @description The name, as articles write it. */
                        name: string;
                        /**
                         * Format: date-time
                         * @description When it was decided.
                         */
                        at?: string;
                    } | {
                        /** @constant */
                        kind: "correct";
                        /** @description Id of the document. */
                        document: string;
                        /** @description Only mentions of this entity. */
                        entity?: string;
                        /** @description Only where it is written so; without `entity`, also where nobody was found. */
                        name?: string;
                        /** @description Who is meant; null for nobody. */
                        to: string | null;
                        /**
                         * Format: date-time
                         * @description When it was decided.
                         */
                        at?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description The decisions with their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDecisionsAdded"];
                };
            };
            /** @description The decisions with their ids. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDecisionsAdded"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such entity or document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteEntityDecisionsId: {
        parameters: {
            query?: {
                /** @description Respond when the index has the change, not already when the archive has it. */
                wait?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of a decision, as they are listed. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision was taken back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDecisionRemoved"];
                };
            };
            /** @description The decision was taken back. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDecisionRemoved"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSynonyms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All synonyms, in the order in which they were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Synonyms"];
                };
            };
            /** @description Not modified: the ETag of If-None-Match is still valid. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postSynonyms: {
        parameters: {
            query?: {
                /** @description Remove all synonyms that are not sent. */
                replace?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Synonyms, each one-way with `to` or two-way without. */
        requestBody: {
            content: {
                "application/json": {
                    synonyms: {
                        /** @description Words, or names and terms of up to 6 words, that find each other, or, if there is `to`, that find those. */
                        words: string[];
                        /** @description Those that are only found. */
                        to?: string[];
                        /** @description ISO 639-1 code of their language; without it each is a word of every language of its script. */
                        lang?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The synonyms that were sent, with their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Synonyms"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteSynonymsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a synonym, as they are listed. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The synonym was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAlertsOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is offered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOffer"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alerts, in order of creation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Alerts are not offered here, or a key is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The search, and where its new articles are sent. */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "mail" | "webhook";
                    /** @description Address of mail, or URL of the webhook. */
                    target: string;
                    /** @description Parameters of `/api/search` that say what is searched for, as in an address. */
                    search: string;
                    /** @description Default: the query. */
                    name?: string;
                    /**
                     * @description Of the messages. Default: `Accept-Language`.
                     * @enum {string}
                     */
                    language?: "ar" | "fa" | "tr" | "en" | "ru";
                    /**
                     * @description Least time between two messages, in minutes.
                     * @default 60
                     * @enum {number}
                     */
                    interval?: 15 | 60 | 1440 | 10080;
                };
            };
        };
        responses: {
            /** @description The alert. One by mail begins when it is confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAlert"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Alerts are not offered here, or a key is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There are as many alerts as are allowed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No more confirmations can be sent now. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAlertsConfirm: {
        parameters: {
            query?: {
                /** @description From the link of a mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link is not valid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postAlertsConfirm: {
        parameters: {
            query?: {
                /** @description From the link of a mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link is not valid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAlertsEnd: {
        parameters: {
            query?: {
                /** @description From the link of a mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link is not valid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postAlertsEnd: {
        parameters: {
            query?: {
                /** @description From the link of a mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link is not valid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteAlertsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an alert. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alert was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Alerts are not offered here, or a key is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postAlertsIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an alert. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test was sent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Alerts are not offered here, or a key is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The alert is not confirmed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It did not arrive. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, in the order in which they were added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinList"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postPins: {
        parameters: {
            query?: {
                /** @description Remove all pins that are not sent. */
                replace?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Articles by query. What is there for the same query and language is replaced. */
        requestBody: {
            content: {
                "application/json": {
                    pins: {
                        /** @description Plain words; every query with the same words is meant, in any case and spelling. */
                        query: string;
                        /** @description ISO 639-1 code of the language of the readers for whom it holds, instead of the rule without one. */
                        lang?: string;
                        /**
                         * @description Ids of the articles that come first, in this order.
                         * @default []
                         */
                        pinned?: string[];
                        /**
                         * @description Ids of the articles that are left out.
                         * @default []
                         */
                        hidden?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description What was sent, with ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinList"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePinsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of pins, as they are listed. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They were removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTakedowns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Takedowns"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postTakedowns: {
        parameters: {
            query?: {
                /** @description Respond when the index has the change, not already when the archive has it. */
                wait?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The article and the reason. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the article. One that the archive does not have is refused, too. */
                    id: string;
                    /** @description Kept with the id. */
                    reason: string;
                    /**
                     * @description Also take down the articles with nearly the same text.
                     * @default false
                     */
                    copies?: boolean;
                };
            };
        };
        responses: {
            /** @description What was taken down. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownsMade"];
                };
            };
            /** @description What was taken down. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownsMade"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteTakedownsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a document, as the hits of a search have it; the ids `.` and `..` with a `~` before them. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The takedown was lifted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        lifted: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It was not taken down. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOwnEntities: {
        parameters: {
            query?: {
                /** @description A part of a name or id; empty for all. */
                q?: string;
                /** @description Maximum number of entities. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of the file of `LISAN_ENTITIES`, in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnEntities"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no file for them: `LISAN_ENTITIES` is not set. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postOwnEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Entities as lines of the gazetteer have them. */
        requestBody: {
            content: {
                "application/json": {
                    entities: components["schemas"]["OwnEntity"][];
                };
            };
        };
        responses: {
            /** @description What was added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Ids. */
                        added: string[];
                        /** @description Ids whose line was replaced. */
                        changed: string[];
                        /** @description What is odd about them: names that others have, too. */
                        warnings: string[];
                        /**
                         * @description The service uses it after its next start.
                         * @constant
                         */
                        restart: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no file for them: `LISAN_ENTITIES` is not set. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOwnEntitiesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of an entity. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        deleted: true;
                        /**
                         * @description The service uses it after its next start.
                         * @constant
                         */
                        restart: true;
                    };
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The file has no such id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no file for them: `LISAN_ENTITIES` is not set. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description Days, today included. */
                days?: number;
                /** @description Queries in each list. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["State"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service has no key for writing, or the key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search works. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics in the Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The key does not have the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The service does not answer under this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests within a minute; Retry-After says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The address or a header is too long. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service is at capacity, or the engine or the index is not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
