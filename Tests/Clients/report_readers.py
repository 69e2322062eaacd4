"""Reads reports as their readers do, and says what it saw, so that a test can compare it.

Standard input: {"format": "junit" | "html" | "summary", "schema": TEXT, "documents": [TEXT]}
Standard output: [{"tags": [NAME and its attributes' names], "text": TEXT, "errors": [TEXT]}]
"""
import html.parser
import json
import sys


def junit(given):
    from lxml import etree
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    schema = etree.XMLSchema(etree.fromstring(given["schema"].encode(), parser))
    for document in given["documents"]:
        root = etree.fromstring(document.encode(), parser)
        schema.validate(root)
        texts = []
        for element in root.iter():
            texts += [value for _, value in element.items()] + [element.text or "", element.tail or ""]
        yield {
            "tags": [" ".join([str(e.tag)] + list(e.keys())) for e in root.iter()],
            "text": "\n".join(texts),
            "errors": [str(entry) for entry in schema.error_log],
        }


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts, self.errors, self.open = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(" ".join([tag] + [name for name, _ in attributes]))
        self.texts += [value or "" for _, value in attributes]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append("an end tag that closes nothing: " + tag)

    def handle_data(self, data):
        self.texts.append(data)

    def handle_comment(self, data):
        self.tags.append("a comment")

    def unknown_decl(self, data):
        self.tags.append("a declaration")

    def handle_pi(self, data):
        self.tags.append("an instruction")


def read_page(document):
    page = Page()
    page.feed(document)
    page.close()
    if page.open:
        page.errors.append("left open: %s" % page.open)
    return {"tags": page.tags, "text": "".join(page.texts), "errors": page.errors}


def summary(given):
    """Markdown as GitHub writes it, before GitHub leaves out what it does not allow."""
    import cmarkgfm
    from cmarkgfm.cmark import Options
    for document in given["documents"]:
        page = cmarkgfm.github_flavored_markdown_to_html(document, Options.CMARK_OPT_UNSAFE)
        read = read_page(page)
        if page.strip() != document.strip():
            read["errors"].append("Markdown made something of it")
        yield read


given = json.load(sys.stdin)
readers = {
    "junit": junit, "summary": summary, "html": lambda given: map(read_page, given["documents"]),
}
print(json.dumps(list(readers[given["format"]](given))))
