"""Short lines that stand among an article's paragraphs and are none of it, in the languages that articles come in."""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

import re
from functools import lru_cache

_REMEMBERED = 50_000
"""Lines: each of a page's is asked about by every opinion on the page."""
_LONGEST = 120
"""Characters: a longer paragraph that begins so is a sentence of the article."""

_LINES = (
    # whole lines
    r"advertisement|advertising|ad|sponsored( content)?|promoted|continue reading( below)?|story continues below( advertisement)?"
    r"|article continues (below|after)( this)?( ad(vertisement)?)?|skip (ad|advert(isement)?|to (main )?content)|read more|learn more|show more"
    r"|share( this)?( (article|story|post|page|on [\w ,]+|with [\w ,]+))?|share on (facebook|twitter|x|whatsapp|linkedin|telegram)"
    r"|(tweet|pin|email|e-mail|print|copy link|save|comment|comments|reply|like|follow)( this)?|click to share.*|listen( to (this )?article)?"
    r"|follow (us|me)\b.*|source link|source : .*link|view comments|leave a (comment|reply).*|\d+ (comments?|shares?|likes?)|no comments( yet)?"
    r"|related( (articles?|stories|posts?|content|topics|news|links|reading))?|more (on this story|from .{1,40}|stories|news)|you (may|might) also (like|be interested in)"
    r"|recommended( for you)?|trending( now)?|most (read|popular|viewed)|see also|up next|next (article|post|story)|previous (article|post|story)"
    r"|(sign|signed) up\b.*(newsletter|e-?mail|inbox).*|subscribe( now| today| to .*)?|(get|receive) .*(newsletter|in your inbox|to your inbox).*"
    r"|filed under:?.*|tags?:.*|topics?:.*|posted in\b.*|tagged( with)?:?\b.*|categories:.*|back to top|toggle (caption|navigation)|hide caption|enlarge this image"
    r"|(about|read more about) the authors?|all rights reserved\.?|©.*|copyright .*\d{4}.*|\(?c\)? \d{4} .*|image source,?|getty images|loading\.*|published:?|updated:?"
    r"|(download|get) (our|the) app.*|watch( now|:.*)?|photo gallery|view (image|gallery).*|facebook|twitter|whatsapp|linkedin|telegram|instagram|pinterest|reddit"
    r"|(watch|play)( the| this)? video.*|(regardez|voir)( la)? vidéo.*|video (ansehen|abspielen).*|(mira|vea|ver)( el)? vídeo.*|(mira|vea|ver)( el)? video.*|assista( ao| o)?( vídeo)?\b.*|veja o vídeo.*|смотрите видео.*|شاهد( أيضا| الفيديو)?:.*|观看视频.*|tazama video.*"
    r"|(audio|video|vidéo|vídeo|podcast|видео|аудио|photos?|fotos?|bilder|galerie|gallery|galería) ?:.*"
    r"|(advertisement|publicité|werbung|anzeige|publicidad|publicidade|реклама|إعلان) ?[,:;–—-].{0,60}"
    # French
    r"|publicité|annonce|lire (aussi|la suite|plus|également)\b.*|à lire (aussi|également)\b.*|a lire aussi\b.*|voir aussi\b.*|partager( (cet article|sur .*))?|(suivez|rejoignez)[- ]nous\b.*"
    r"|abonnez-vous\b.*|inscrivez-vous\b.*|articles? (liés?|similaires?|connexes?)|sur le même (sujet|thème)|lien source|source de l.article|imprimer|commenter|commentaires?|laisser un commentaire|la suite après (la|cette) publicité|tous droits réservés\.?|mots[- ]clés\s*:.*|temps de lecture\b.*"
    # German
    r"|dieses thema im programm.*|anzeige|werbung|weiterlesen|mehr (zum thema|dazu|lesen|erfahren)\b.*|lesen sie (auch|mehr|dazu|hier)\b.*|lesen sie auch:.*|auch interessant\b.*|das könnte sie (auch )?interessieren\b.*|teilen|artikel teilen|folgen sie uns\b.*|"
    r"(newsletter|jetzt) (abonnieren|anmelden)\b.*|kommentare?|kommentar (schreiben|verfassen)|drucken|merken|zur startseite|quelle ansehen|quellenlink|schlagwörter\s*:.*|alle rechte vorbehalten\.?|nach oben|lesezeit\b.*"
    # Spanish
    r"|publicidad|anuncio|leer más|lee también\b.*|lea también\b.*|te puede interesar\b.*|le puede interesar\b.*|también te puede interesar\b.*|ver también\b.*|comparte( (este artículo|esta noticia|en .*))?|compartir( en .*)?|síguenos\b.*|siga(nos)?\b.* en (facebook|twitter|redes).*"
    r"|suscríbete\b.*|suscríbase\b.*|noticias relacionadas|artículos relacionados|contenido relacionado|más (sobre este tema|noticias|información)|enlace (de origen|fuente)|enlace original|imprimir|comentarios?|deja un comentario|todos los derechos reservados\.?|etiquetas\s*:.*"
    # Portuguese
    r"|publicidade|anúncio|continua depois da publicidade|leia (também|mais)\b.*|saiba mais\b.*|veja também\b.*|compartilhe\b.*|compartilhar|partilhar|partilhe\b.*|siga-nos\b.*|siga o .* (no|nas) .*|assine\b.*newsletter.*|inscreva-se\b.*|notícias relacionadas|artigos relacionados|conteúdo relacionado|matérias relacionadas|link da fonte|comentários?|deixe um comentário|todos os direitos reservados\.?"
    # Italian, Dutch
    r"|pubblicità|leggi anche\b.*|condividi|articoli correlati|iscriviti\b.*|advertentie|lees (ook|meer)\b.*|delen"
    # Arabic
    r"|إعلان|اعلان|اقرأ (أيضا|أيضًا|أيضاً|المزيد)\b.*|اقرأ أيضا.*|شارك( هذا)?( المقال| الخبر)?.*|مشاركة|تابعنا.*|تابعونا.*|اشترك.*|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|رابط المصدر|المصدر\s*:\s*\w+|التعليقات|تعليقات|طباعة|جميع الحقوق محفوظة\.?|كلمات مفتاحية.*|للمزيد\b.*"
    # Chinese, Japanese
    r"|广告|廣告|阅读(更多|原文|全文)|閱讀更多|延伸阅读.*|相关(阅读|新闻|文章|推荐|报道)[:：]?.*|相關(閱讀|新聞|文章)[:：]?.*|分享(到|至)?.{0,12}|关注我们.*|訂閱.*|订阅.*(邮件|通讯|简报).*|点击(查看|订阅).*|责任编辑[:：].*|[（(]?(本文)?原标题[:：].*|(责任)?编辑\s*[|｜/].{1,40}|(责编|编辑)[:：].{1,12}|来源链接|原文链接.*|评论|发表评论|版权所有.*|打印|返回顶部|更多精彩.*|上一篇.*|下一篇.*|関連記事|シェア(する)?|広告"
    # Russian
    r"|реклама|читать (далее|также|ещё|еще)\b.*|читайте (также|еще|ещё|нас|далее)\b.*|смотрите также\b.*|поделиться( .*)?|подписывайтесь\b.*|подпишитесь\b.*|подписаться\b.*|следите за .*|по теме|материалы по теме|похожие (статьи|новости|материалы)|ссылка на источник|комментарии|оставить комментарий|распечатать|все права защищены\.?|теги\s*:.*"
    # Swahili, Shona, Ndebele
    r"|tangazo|matangazo|soma (zaidi|pia)\b.*|shiriki( .*)?|shirikisha( .*)?|tufuate\b.*|jiunge( na)? .*|jisajili\b.*|habari (zinazohusiana|zaidi|nyingine)|makala zinazohusiana|kiungo cha chanzo|maoni|chanzo:? kiungo|haki zote zimehifadhiwa\.?|verenga(i)? zvimwe\b.*|goverana\b.*|titevere(i)?\b.*|funda okunye\b.*|yabelana\b.*|silandele\b.*"
)
_ASIDE = re.compile(rf"[\W_]*({_LINES})[\W_]*", re.IGNORECASE)


_CALLS = re.compile(
    r"(^|[.!?:–—-]\s*|\bplease )(sign up|subscribe|donate|join us|follow)\b|\bsign up (for|to) (our|the|receive)\b|\b(get|receive|join)\b.{0,40}\b(newsletter|updates from|inbox|by e-?mail)\b|\byour inbox\b|\bour newsletter\b|\bone e-?mail a (day|week|month)\b|\bget updates\b|\bfollow (us|me|our)\b|\bsupport (us|our (work|journalism))\b|\bbecome a (member|supporter|patron|subscriber)\b|\bjoin .{1,40} (for free|today|now)\b|\b(download|get|install) (our|the) app\b|\b(accept|allow) .{0,20}cookies\b"
    r"|\babonnez-vous\b|\binscrivez-vous\b|\bsuivez-nous\b|\bsoutenez(-nous| notre| nos)\b|\bfaites un don\b|\boffrez un abonnement\b|\bnotre (newsletter|infolettre)\b|\bavec le mot-dièse\b"
    r"|\b(newsletter|jetzt|hier) (kostenlos )?abonnieren\b|\babonnieren sie\b|\bunser(en|em)? newsletter\b|\bprobe ?lesen\b|\bfolgen sie uns\b|\bunterstützen sie (uns|unsere)\b|\bdatenübertragung .{0,20}zustimmen\b|\bexternes? (video|inhalt)|\bspenden sie\b|\bmelden sie sich (jetzt )?an\b"
    r"|\bnuestros? bolet[íi]n(es)?\b|\bsuscr(í|i)b(ete|ase)\b|\bhazte (socio|socia|suscriptor)|\bs(í|i)guenos\b|\bapúntate\b|\bap(ó|o)yanos\b"
    r"|\bassine (já|agora|nossa|nosso|a newsletter)\b|\binscreva-se\b|\bsiga-nos\b|\bapoie(-nos| o nosso| nosso)\b|\breceba .{0,40}e-?mail\b|\bcadastre-se\b|\bnossa newsletter\b"
    r"|نشرتنا (البريدية|الإخبارية)|اشترك (في|الآن)|تابعونا|تابعنا|سجل بريدك|邮件订阅|订阅我们|关注(我们|公众号)|长按二维码|扫码(关注|下载)|扫描二维码|下载(我们的)?(app|客户端)"
    r"|\bподпи(шитесь|сывайтесь)\b|\bнашу рассылку\b|\bподдержите (нас|наш)|\bчитайте нас\b"
    r"|\bjiandikishe\b|\bjisajili\b|\bkwa barua pepe\b|\btufuate\b|\bjarida letu\b",
    re.IGNORECASE,
)
_SUBSCRIBING = re.compile(
    r"\bsubscri(bers?|ptions?|be)\b|\bnewsletters?\b|\babonn(é|ée|és|ement|ements|ent|enten|ieren)\b|\bsuscri(pción|pciones|ptor|ptores|birse)\b|\bbolet[íi]n\b|\bassina(tura|nte|ntes|r)\b|اشتراك|مشترك|订阅|訂閱|\bподпис(ка|ки|ку|чик|чики|аться)\b|\bрассылк[аиу]\b",
    re.IGNORECASE,
)
_OPENS_QUOTATION = ("“", '"', "«", "„", "「", "‘", "»")
_LONGEST_CALL = 200
_COMMENTS = re.compile(
    r"[\W\d_]*((reader |your )?(comments?|responses?|replies|reply|reviews?|feedback|discussion)|(vos|les)? ?(avis|commentaires?|réactions?|réponses?)|(leser)?kommentare?|antworten|ihre meinung|(los )?comentarios?|opiniones|respuestas|comentários?|respostas|التعليقات|تعليقات( القراء)?|تعليق(ات|ا)?|(网友)?评论|条评论|комментари(и|ев|я)|отзывы|maoni( yenu)?)[\W\d_]*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[\W_]*((updates|changes) to this page|about the authors?|à propos de l.auteur|über (den autor|die autorin)|sobre (el autor|la autora|o autor|a autora)|عن الكاتب|作者简介|关于作者|об авторе|kuhusu mwandishi|who is online|wer ist online)[\W\d_]*",
    re.IGNORECASE,
)


@lru_cache(maxsize=_REMEMBERED)
def is_aside(text: str) -> bool:
    """Whether a line is one of those that lead away from the article, or stand beside it."""
    return len(text) <= _LONGEST and bool(_ASIDE.fullmatch(text))


@lru_cache(maxsize=_REMEMBERED)
def is_call(text: str) -> bool:
    """Whether a short text asks its reader to subscribe, follow or pay."""
    return len(text) <= _LONGEST_CALL and not text.startswith(_OPENS_QUOTATION) and bool(_CALLS.search(text))


def is_about_subscribing(text: str) -> bool:
    """Whether a short text has a word of it, which a box for subscribers has, and an article about them too."""
    return len(text) <= _LONGEST_CALL and bool(_SUBSCRIBING.search(text))


def opens_comments(heading: str) -> bool:
    """Whether below such a heading others have the word."""
    return len(heading) <= _LONGEST and bool(_COMMENTS.fullmatch(heading))


def closes_article(heading: str) -> bool:
    """Whether what stands below such a heading is about the article, or leads away from it."""
    return (len(heading) <= _LONGEST and bool(_CLOSING.fullmatch(heading))) or is_aside(heading)


_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez|janv|févr|mars|avr|juin|juil|août|sept|déc|ene|abr|ago|dic|fev|set|out|dez"
    "|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين"
    "|januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba"
)
_DATE = re.compile(
    rf"(?<![^\W\d])(?:{_MONTHS})[^\W\d]*|\d{{1,4}}\s?年|\d{{1,2}}\s?[月日]|\d{{1,2}}[:h.]\d{{2}}|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}",
    re.IGNORECASE,
)
_FRAME = re.compile(r"[^\W\d_]+")
_DATE_LINE = 90
_WORDS_BESIDE = 7


def is_date_line(text: str) -> bool:
    """Whether a short line tells when and where something was published, and how long it takes to read."""
    if len(text) > _DATE_LINE or not re.search(r"\d", text) or not _DATE.search(text):
        return False
    rest = _DATE.sub(" ", text)
    beside = sum(max(1, len(word) // 3) if "\u2e80" <= word[0] <= "\u9fff" else 1 for word in _FRAME.findall(rest))
    return beside <= _WORDS_BESIDE and not text.rstrip().endswith((".", "。", "؟", "!", "?"))
