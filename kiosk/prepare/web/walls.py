"""What pages say that stand where an article should be, in the languages that articles come in.

Each phrase speaks to the visitor about the page ("we use cookies"), as an article about the same thing does not.
"""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

Wall: TypeAlias = Literal["cookies", "paywall", "robot", "script", "error", "login", "portal"]

_SPOKEN: Mapping[Wall, str] = {
    "cookies": (
        r"(we|this (web)?site|our (web)?site|and our partners|our partners)( and our( \d+)? partners)? (use|uses|store|process|would like to use|set)\b[^.!?]{0,60}?\bcookies|(accept|reject|allow|manage) (all )?cookies|cookie (settings|preferences|policy|consent)|we value your privacy|before you continue|your (privacy|cookie) choices|consent to (the use|our use)|legitimate interest|privacy (settings|preferences|cent(er|re))"
        r"|nous utilisons des cookies|nous et nos( \d+)? partenaires|accepter (tous les|les|et fermer)\b|tout (accepter|refuser)|continuer sans accepter|param(è|é)trer (les|mes) cookies|vos choix (en matière|concernant)|respectons votre vie privée|votre vie privée"
        r"|(wir|diese (web)?site|diese webseite|unsere (web)?site) (und unsere( \d+)? partner )?(verwende[nt]|nutz(en|t)|benötigen|setzt|brauchen)\b[^.!?]{0,60}?\bcookies|alle(s)? (cookies )?(akzeptieren|ablehnen|annehmen)|cookie-?einstellungen|ihre (privatsphäre|einwilligung|zustimmung)|zustimmung (widerrufen|verwalten)|mit werbung (weiterlesen|lesen)|datenschutz-?einstellungen"
        r"|(utilizamos|usamos|este sitio (web )?(utiliza|usa))\b[^.!?]{0,30}? cookies|(aceptar|rechazar) (todas|todo|cookies|y continuar)|configurar cookies|(valoramos|respetamos) (tu|su) privacidad|configuración de (las )?cookies"
        r"|(usamos|utilizamos|este site (usa|utiliza))\b[^.!?]{0,30}? cookies|(aceitar|rejeitar) (todos|tudo|cookies)|valorizamos (a )?sua privacidade|definições de cookies|preferências de cookies"
        r"|نستخدم ملفات تعريف الارتباط|ملفات تعريف الارتباط|قبول (الكل|جميع)|رفض الكل|نحن نقدر خصوصيتك|سياسة الخصوصية"
        r"|我们使用\s?cookie|使用cookies?|接受(所有|全部)|全部接受|拒绝(所有|全部)|cookie\s?(设置|政策|偏好)|我們使用\s?cookie"
        r"|мы используем (файлы )?cookies?|(наш |этот )?сайт использует (файлы )?cookies?|файлы cookie|принять (все|и продолжить)|отклонить все|настройки (файлов )?cookies?"
        r"|tunatumia vidakuzi|(kubali|kataa) (vidakuzi|zote|yote)|mipangilio ya vidakuzi"
    ),
    "paywall": (
        r"subscribe (now |today )?(to|and) (continue|read|keep reading|unlock|access|get (full|unlimited))|(this|the full|the rest of this|the rest of the) (article|story|content|post) is (only |exclusively )?(available |reserved |locked |restricted )?(only )?(for|to) (our |paying |paid |premium )?(subscribers|members)|(subscriber|member)s?[- ]only|for (subscribers|members) only|already (a subscriber|a member|subscribed|have an account)|you('ve| have) (reached|read|used|run out of) (your|all|the)\b[^.!?]{0,40}?(free|articles?|limit)|become a (subscriber|member) to|to (continue|keep) reading|continue reading (this|with|your|by)|(unlock|read) (the (full|rest of)|this) (article|story)|start your (free )?trial|(register|sign up) (for free )?to (continue|read)|remaining \d+% of this"
        r"|(cet )?article (est )?(réservé|exclusif)|réservé(e)? (à nos|aux) abonnés|abonnez-vous pour|pour (lire|accéder à) (la suite|l.intégralité)|déjà abonné|il vous reste \d+ ?% de|contenu réservé|la suite est réservée|s'abonner pour"
        r"|(nur|exklusiv) für abonnenten|(jetzt|hier) (abo|abonnieren|testen|weiterlesen mit)|weiterlesen mit|bereits (abonnent|registriert|abonniert)|dieser (artikel|beitrag|inhalt) ist (nur )?(für|kostenpflichtig|exklusiv)|um (den|diesen) (ganzen |vollständigen )?(artikel|beitrag)( vollständig)? (zu lesen|lesen zu können)|sie möchten weiterlesen"
        r"|(suscríbete|suscríbase|hazte suscriptor)( ahora)? (para|y)|(solo|exclusivo|contenido) (para|exclusivo para) (los )?suscriptores|¿?ya (eres|es) suscriptor|para (seguir|continuar) leyendo|has (alcanzado|agotado|superado) (el|tu) (límite|número)"
        r"|assine (já |agora )?(para|e) |(conteúdo )?exclusivo para assinantes|já (é|sou) assinante|para (continuar|seguir) (lendo|a ler)|(artigo|conteúdo) (exclusivo|reservado)|você atingiu (o|seu) limite"
        r"|(اشترك|سجل|سجّل) (الآن )?(لمتابعة|لقراءة|للقراءة|لمواصلة)|للمشتركين فقط|هذا المحتوى (متاح|مخصص)|لمتابعة القراءة|هل أنت مشترك|لديك حساب بالفعل"
        r"|(订阅|登录|注册|付费)(后|以|即可)?(继续|阅读全文|可阅读|查看全文)|(仅|只)(限|供)(订阅|会员|付费)|剩余\d+%|已是(订阅者|会员)|本文为付费|訂閱以?(繼續|閱讀)"
        r"|(оформите|купите|приобретите) подписку|только (для|по) (подписчик|подписк)|чтобы (продолжить|читать|прочитать)( чтение| дальше| полностью| статью)?|уже (есть подписка|подписаны)|(материал|статья|текст) доступ(ен|на) (только )?(по|для) подпис"
        r"|jiandikishe (ili )?(kuendelea|kusoma)|kwa waliojisajili (tu|pekee)|ili kuendelea kusoma|tayari (umejisajili|ni mwanachama)"
    ),
    "robot": (
        r"(verify|confirm|prove)( that)? (you are|you're|you aren't|you are not|yourself)( a| an)? ?(human|robot|bot)?|are you a (robot|human)|i('m| am) not a robot|checking (your browser|if the site connection is secure)|unusual (traffic|activity)|(complete|solve) (the|this|a) (captcha|security check|challenge|puzzle)|just a moment|attention required|security check|ddos protection|ray id|bot detection|press (and|&) hold|automated (requests|access|queries)|needs to review the security of your connection"
        r"|vérifi(er|ez|ons) que vous (êtes|n'êtes pas)|je ne suis pas un robot|vérification de (votre navigateur|sécurité)|trafic inhabituel"
        r"|(bestätigen sie|überprüfen), (dass|ob) sie (ein mensch|kein roboter)|ich bin kein roboter|sicherheits(überprüfung|prüfung|abfrage)|ihr browser wird (überprüft|geprüft)|ungewöhnlichen datenverkehr"
        r"|verifi(ca|que|car) que (eres|es|usted) (un )?humano|no soy un robot|comprobando (tu|su) navegador|tráfico inusual|verificación de seguridad"
        r"|verifi(que|car) (se )?(que )?(você )?é (um )?humano|não sou um robô|verificando (o )?seu navegador|tráfego incomum|verificação de segurança"
        r"|(تحقق|تأكد|أكد) (من )?أنك (إنسان|لست روبوت)|أنا لست (برنامج )?روبوت|جار[يٍ]? التحقق من (متصفحك|المتصفح)|التحقق الأمني"
        r"|(请|請)?(完成|进行)?(安全)?(验证|驗證)(您|你)?(是|不是)?(人类|机器人|真人)|我不是机器人|人机验证|安全验证|正在检查(您的)?浏览器|异常流量|请输入验证码"
        r"|подтвердите,? что вы (человек|не робот)|я не робот|проверка (вашего )?браузера|вы не робот|необычный трафик|проверка безопасности|запросы, поступившие с вашего ip"
        r"|thibitisha (kuwa|kwamba) wewe (ni|si)|mimi si roboti|ukaguzi wa usalama"
    ),
    "script": (
        r"(enable|turn on|activate|requires?|needs?|without|allow) java ?script|java ?script (is|must be|needs to be|to be|has been) (disabled|enabled|required|turned|not)|(you need to|please) enable (java ?script|cookies)|disable (your |any )?ad ?-?block|ad ?-?blocker (detected|is)|(your )?browser (is (not supported|out of date|outdated|unsupported)|does not support)|unsupported browser|(update|upgrade) your browser"
        r"|activer java ?script|java ?script (est désactivé|doit être activé)|désactiver votre bloqueur|navigateur (n'est pas|est) (pris en charge|obsolète)"
        r"|java ?script (aktivieren|ist (deaktiviert|nicht aktiviert)|muss aktiviert|zu aktivieren)|aktivieren sie java ?script|(ad|werbe)blocker|browser (wird nicht unterstützt|ist veraltet)"
        r"|(habilit|activ)(a|e|ar) java ?script|java ?script (está (desactivado|deshabilitado)|debe)|desactiv(a|e|ar) (tu|su|el) bloqueador|navegador (no es compatible|está desactualizado)"
        r"|(habilite|ative|ativar|habilitar) (o )?java ?script|java ?script (está|precisa)|desative (o )?(seu )?bloqueador|navegador (não é compatível|desatualizado)"
        r"|(تفعيل|تمكين|بتفعيل|بتمكين) (ال)?جافا ?سكريبت|(تفعيل|تمكين|بتمكين) java ?script|مانع الإعلانات"
        r"|(启用|啟用|开启|打开)\s?java ?script|浏览器(版本)?(过低|不支持)|关闭广告(拦截|屏蔽)|java ?script(已)?(被)?禁用"
        r"|(включите|включить|включен|включён|отключен|отключён)( ваш)? java ?script|java ?script (отключ[её]н|должен)|отключите блокировщик|браузер (не поддерживается|устарел)"
        r"|(washa|wezesha|ruhusu) java ?script"
    ),
    "error": (
        r"\b(error )?(404|403|500|502|503|504|410|429)\b[^.!?]{0,40}?(error|not found|forbidden|unavailable|gateway|gone|too many|denied)|(page|article|story|content|url|file|resource|link)( you( are|'re| were)? (looking for|requested|tried)( to (access|reach))?)? (was |is |has |does |could |can |may |you )?[^.!?]{0,30}?(not (be )?found|no longer (exists?|available)|n't exist|not exist|not available|been (removed|moved|deleted))|access (to this (page|site|website) )?(is |has been )?(denied|forbidden|blocked)|(don't|do not) have permission|bad gateway|service (temporarily )?unavailable|internal server error|gateway time-?out|something went wrong|an (unexpected )?error (has )?occurred|we('re| are) (currently )?(down|unavailable|under maintenance|performing)|(under|scheduled) maintenance|temporarily unavailable|(not|un)available in your (region|country|location)|(due to|because of) (the )?(gdpr|legal reasons)|too many requests|domain (is for sale|has expired)|account (has been )?suspended|oops"
        r"|(page|article|contenu)( que vous (recherchez|demandez))? (est |n'a pas été |n'a pu être )?(introuvable|trouvée?|n'existe (pas|plus)|plus disponible)|accès (refusé|interdit)|erreur (\d{3}|interne|serveur)|une erreur (est survenue|s'est produite)|en (cours de )?maintenance|temporairement indisponible"
        r"|seite (wurde |konnte )?(leider )?(nicht gefunden|existiert nicht|nicht (mehr )?verfügbar)|zugriff (verweigert|verboten)|(interner )?(serverfehler|fehler \d{3})|(es ist )?ein fehler (ist )?aufgetreten|wartungs(arbeiten|modus)|vorübergehend nicht (verfügbar|erreichbar)"
        r"|página( que (buscas|busca|solicita))? (no (encontrada|existe|se (encuentra|encontró)|está disponible)|ya no)|acceso (denegado|prohibido)|error (\d{3}|interno)|se ha producido un error|en mantenimiento|no disponible temporalmente"
        r"|página (que (você )?(procura|solicitou) )?(não (foi )?(encontrada|existe|está disponível))|acesso (negado|proibido)|erro (\d{3}|interno)|ocorreu um erro|em manutenção|temporariamente indisponível"
        r"|الصفحة (التي تبحث عنها |المطلوبة )?(غير موجودة|غير متاحة|غير متوفرة)|لم يتم العثور على الصفحة|(تم )?رفض الوصول|الوصول مرفوض|خطأ (\d{3}|في الخادم|داخلي)|حدث خطأ|تحت الصيانة|قيد الصيانة"
        r"|页面(不存在|未找到|找不到|已删除|无法访问)|(找不到|未找到|无法找到)(该|此|您)?.{0,8}页面|(拒绝|禁止)访问|访问被拒绝|服务器(内部)?错误|(系统|网站)?(维护中|正在维护)|(错误|エラー)\s?\d{3}|頁面不存在|暂时无法访问|内容已(删除|下线)"
        r"|(страница|запрашиваемая страница|статья|материал) (не найден[ао]?|не существует|удален[ао]?|удалён|недоступн[ао]?)|доступ (запрещ[её]н|ограничен|закрыт)|ошибка (\d{3}|сервера)|произошла ошибка|технические работы|на обслуживании|временно недоступ"
        r"|ukurasa (haupatikani|haukupatikana|haupo|unaoutafuta)|ufikiaji umekataliwa|hitilafu (imetokea|\d{3}|ya seva)|matengenezo"
    ),
    "login": (
        r"(log|sign) ?in (to (your|continue|access|view)|with|using|below)|(please|you must|you need to) (log|sign) ?in|forgot(ten)? (your )?password|remember me|(create|don't have) an account|(enter|your) (your )?(password|username|user name|credentials)|keep me (signed|logged) in|session (has )?(expired|timed out)"
        r"|(se connecter|connectez-vous|identifiez-vous)( (à|pour|avec))?|mot de passe( oublié)?|se souvenir de moi|cré(er|ez) un compte|identifiant"
        r"|(melden sie sich|bitte anmelden|jetzt anmelden|einloggen)|passwort( vergessen)?|angemeldet bleiben|konto (erstellen|anlegen)|benutzername"
        r"|(inici(a|e|ar) sesión|identifícate|acced(a|e|er) (a|con))|contraseña|recordarme|cre(a|e|ar) (una )?cuenta|nombre de usuario"
        r"|(faça login|iniciar sessão|entre com|entrar na sua conta)|(esqueceu (a |sua )?)?senha|palavra-passe|lembrar-me|cri(e|ar) (uma )?conta|nome de usuário"
        r"|تسجيل الدخول|سجل الدخول|كلمة (المرور|السر)|تذكرني|إنشاء حساب|اسم المستخدم"
        r"|(请|請)?(先)?(登录|登錄|登入)(您的|您|后|帐号|账号|账户)?|忘记密码|密码|记住我|注册(帐号|账号|新用户)|用户名"
        r"|войдите|(войти|вход) (в|на|через)|(забыли )?пароль|запомнить меня|создать (аккаунт|уч[её]тную)|имя пользователя|логин|авторизуйтесь"
        r"|(ingia|tafadhali ingia)( kwenye| katika)?|nenosiri|umesahau|fungua akaunti|jina la mtumiaji"
    ),
    "portal": (
        r"(connect|log ?in|sign in|access|welcome) to (the |our |this )?((free |guest |public |hotel |office |wi-?fi )+(network|internet|access|wi-?fi|hotspot)|internet|network|hotspot|wi-?fi)|(guest|free|public|hotel) wi-?fi|captive portal|hot ?spot (login|access)|(accept|agree to) the terms( and conditions| of (use|service))?( and)? (to )?(connect|get online|continue|use)|you are (now )?(connected|not connected|online)|room number|voucher code|access code|internet access"
        r"|(se connecter|connexion|accès|bienvenue) (au|à|sur le|à internet|internet) ?(réseau|wi-?fi|internet|hotspot)?|wi-?fi (invité|gratuit|public)|accept(er|ez) les conditions|numéro de chambre"
        r"|(mit dem|zum|im) (gäste-?|kostenlosen |öffentlichen )?(wlan|w-lan|netzwerk|hotspot)|gäste-?wlan|nutzungsbedingungen (akzeptieren|zustimmen)|zimmernummer|internetzugang"
        r"|(conéctate|conéctese|conectar(se)?|bienvenido|acceso) a(l)? (la )?(red|wi-?fi|internet)|wi-?fi (gratis|gratuito|de invitados)|acept(a|o|ar) los términos|número de habitación"
        r"|(conecte-se|conectar|bem-vindo|acesso) (à|ao|a) (rede|wi-?fi|internet)|wi-?fi (grátis|gratuito|visitantes)|aceit(o|ar|e) os termos|número do quarto"
        r"|(الاتصال|مرحبا بك|مرحبًا بكم|الدخول) (بشبكة|في شبكة|إلى شبكة|بالإنترنت)|واي ?فاي|قبول الشروط|رقم الغرفة"
        r"|(连接|登录|欢迎使用|接入)(到)?(免费|公共|访客|酒店)?\s?(wi-?fi|无线网络|网络|上网)|免费\s?wi-?fi|上网认证|同意(条款|协议)|房间号"
        r"|(подключ(ение|итесь|иться)|вход|добро пожаловать) (к|в) (сети|сеть|интернету?|wi-?fi)|(бесплатный|гостевой) wi-?fi|принять условия|номер комнаты"
        r"|(unganisha|jiunge|karibu) (kwenye|na|katika) (mtandao|wi-?fi|intaneti)|wi-?fi ya (bure|wageni)|kubali masharti"
    ),
}
_TITLES: Mapping[Wall, str] = {
    "cookies": r"cookies?|cookie (policy|consent|settings|notice)|(your )?privacy( choices| settings| policy)?|before you continue.*|consent|(gestion|politique) des cookies|cookie-einstellungen|zustimmung|privatsphäre|(política|configuración) de cookies|datenschutz(erklärung)?|我们重视您的隐私|隐私(设置|政策)",
    "paywall": r"(subscribe|subscription|subscribe (now|today|to .*))|(abonnement|s'abonner|abonnez-vous.*)|(abo|abonnieren|jetzt abonnieren)|(suscripción|suscríbete.*)|assine.*|اشترك.*|订阅.*|подписка|оформите подписку.*",
    "robot": r"just a moment\W*|attention required.*|(are you (a )?(robot|human).*)|(security|human|bot|browser) (check|verification|challenge).*|verify(ing)? (you are|you're) human.*|captcha|recaptcha|please (wait|verify).*|one more step|un instant\W*|einen moment\W*|un momento\W*|um momento\W*|nur einen moment\W*|请稍候\W*|安全验证|人机验证|один момент\W*|подождите\W*|вы не робот.*|لحظة( من فضلك| واحدة)?\W*|subiri kidogo\W*|ddos-guard|access to this page has been denied.*|pardon our interruption.*|unusual traffic.*",
    "script": r"(please )?enable (java ?script|cookies).*|java ?script (is )?(required|disabled|needed).*|unsupported browser.*|browser not supported.*|(your )?browser .*(outdated|not supported).*",
    "error": r"(error|oops|sorry|whoops)\W*|(error|http|fehler|erreur|erro|ошибка|خطأ) ?(4\d\d|5\d\d)\b.*|(4\d\d|5\d\d)\W*( (error|not found|forbidden|bad gateway|service|internal|gateway|unauthori|too many|gone|page|access|-|\||–).*)?|.{0,20}(page|article|site|story)?\W?(not found|no longer available|cannot be found|doesn't exist|unavailable)\W*|access denied.*|forbidden|(bad gateway|service unavailable|server error|internal server error|gateway time-?out).*|(we'll )?be (right )?back.*|(under |site |scheduled )?maintenance\W*|page (introuvable|non trouvée)\W*|accès (refusé|interdit)\W*|(seite|inhalt) nicht gefunden\W*|zugriff verweigert\W*|wartungsarbeiten\W*|página no (encontrada|disponible)\W*|acceso denegado\W*|página não encontrada\W*|acesso negado\W*|الصفحة غير موجودة\W*|الوصول مرفوض\W*|تم رفض الوصول\W*|页面(不存在|未找到|找不到)\W*|(访问被拒绝|拒绝访问|禁止访问)\W*|страница не найдена\W*|доступ (запрещ[её]н|ограничен)\W*|ukurasa haupatikani\W*|too many requests|account suspended|domain (parked|for sale).*|index of /.*|(apache2? .*default page.*|welcome to nginx.*|it works!?)",
    "login": r"(log|sign)[ -]?(in|on|up)( (to|with|page|required|here|or)\b.*| ?[-|–:(].*)?|login( page)?|member login|register|connexion|se connecter|identification|anmelden|anmeldung|einloggen|iniciar sesión|acceder|acceso|entrar|iniciar sessão|تسجيل الدخول|登录|登錄|用户登录|вход|войти|авторизация|ingia|single sign-on.*|authentication required.*",
    "portal": r"(guest|free|public|hotel)? ?wi-?fi( (login|access|portal|network))?|(welcome to .*)?(wi-?fi|hotspot|network) (login|access|portal)|captive portal|internet access|hotspot.*|gäste-?wlan|connexion (wi-?fi|internet)|acceso (wi-?fi|a internet)|免费\s?wi-?fi.*|上网认证|гостевой wi-?fi",
}
_QUOTED = re.compile(r"“[^”]{0,200}”|\"[^\"]{0,200}\"|«[^»]{0,200}»|„[^“”]{0,200}[“”]|「[^」]{0,200}」|‘[^’]{0,200}’")
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_PATTERNS = {
    wall: re.compile(rf"(?<![^\W\d])(?:{words})" if wall != "cookies" else words, re.IGNORECASE)
    for wall, words in _SPOKEN.items()
}
_TITLE_PATTERNS = {wall: re.compile(rf"\W*(?:{words})", re.IGNORECASE) for wall, words in _TITLES.items()}


def walls_in(text: str) -> dict[Wall, int]:
    """Count how often each kind of wall speaks in the text outside quotation marks."""
    plain = _APOSTROPHE.sub("'", _QUOTED.sub(" ", text))
    counted = {wall: sum(1 for _ in pattern.finditer(plain)) for wall, pattern in _PATTERNS.items()}
    return {wall: count for wall, count in counted.items() if count}


def wall_called(title: str) -> Wall | None:
    """Give the wall whose whole title this is."""
    return next(
        (wall for wall, pattern in _TITLE_PATTERNS.items() if pattern.fullmatch(_APOSTROPHE.sub("'", title.strip()))),
        None,
    )
