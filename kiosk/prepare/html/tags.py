"""What may be in HTML that has been cleaned: these tags and attributes, and nothing else."""

ALLOWED = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "br",
    "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img",
    "table", "caption", "thead", "tr", "th", "td", "a", "em", "strong", "code", "sub", "sup",
}  # fmt: skip  # blocks, lists and pictures, tables and words

ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

GONE = {
    "script", "style", "template", "noscript", "noembed", "noframes", "svg", "math", "iframe", "object", "embed", "applet",
    "video", "audio", "canvas", "map", "xml", "title", "head", "link", "meta", "base", "nav", "dialog",
    "select", "textarea", "button", "input", "label", "option", "datalist", "progress", "meter",
    "del", "s", "strike", "rp", "rtc",
}  # fmt: skip  # these leave with all that is in them: programs, controls, words that were struck out

RENAMED = {
    "b": "strong", "i": "em", "cite": "em", "dfn": "em", "var": "em", "kbd": "code", "samp": "code", "tt": "code",
    "xmp": "pre", "listing": "pre", "plaintext": "pre", "dir": "ul", "menu": "ul",
    "address": "div", "article": "div", "aside": "div", "body": "div", "center": "div", "details": "div",
    "fieldset": "div", "footer": "div", "form": "div", "header": "div", "hgroup": "div", "html": "div",
    "legend": "div", "main": "div", "search": "div", "section": "div", "summary": "div",
}  # fmt: skip  # what means the same to a reader
