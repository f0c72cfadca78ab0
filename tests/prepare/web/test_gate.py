"""What may stand on the screen as an article: 50 pages that may not, 30 that may, those about walls among them."""

# ruff: noqa: RUF001  # the pages are written as in their languages

import pytest

from kiosk.prepare.web.gate import MOST_LINKED, SAID, SHORTEST, reason_against, refusal

LONG = (
    "The council met on Tuesday evening and talked for three hours about the harbour, the ferry and the price of ice. "
)

JUNK = {
    "cookies en": ("The Paper", "We value your privacy\nWe and our 214 partners use cookies to store information on your device. You can change your choices at any time.\nAccept all\nReject all\nManage cookies"),
    "cookies en long": ("Before you continue", "Before you continue to the site, we use cookies and data to deliver and maintain our services, track outages and protect against spam. If you choose to accept all cookies, we will also use cookies to develop new services, show personalised content and measure how well advertisements work.\nAccept all cookies\nMore options"),
    "cookies fr": ("Le Journal", "Nous utilisons des cookies\nNous et nos 120 partenaires utilisons des cookies pour mesurer l’audience et vous proposer des publicités. Vous pouvez continuer sans accepter ou paramétrer vos choix à tout moment.\nTout accepter\nTout refuser\nAccepter et fermer"),
    "cookies de": ("Die Zeitung", "Wir und unsere 180 Partner verwenden Cookies und ähnliche Verfahren, um Inhalte zu messen und Anzeigen auszuspielen. Mit Werbung weiterlesen oder werbefrei im Abo.\nAlle akzeptieren\nCookie-Einstellungen\nIhre Einwilligung können Sie jederzeit widerrufen."),
    "cookies es": ("El Diario", "Utilizamos nuestras propias cookies y las de terceros para mostrar publicidad según sus hábitos de navegación. Valoramos su privacidad.\nAceptar todas\nRechazar todas\nConfigurar cookies\nPuede cambiar su elección cuando quiera desde este mismo sitio."),
    "cookies pt": ("O Jornal", "Utilizamos os nossos cookies e de terceiros para personalizar anúncios. Valorizamos a sua privacidade.\nAceitar todos\nRejeitar todos\nPreferências de cookies\nPode mudar a sua escolha em qualquer momento neste mesmo site."),
    "cookies ar": ("الصحيفة", "نستخدم ملفات تعريف الارتباط لتحسين تجربتك وعرض الإعلانات.\nنحن نقدر خصوصيتك\nقبول الكل\nرفض الكل\nيمكنك تغيير اختيارك في أي وقت من خلال سياسة الخصوصية."),
    "cookies zh": ("日报", "我们使用cookie来改善您的体验。\n接受所有\n全部拒绝\ncookie设置\n我们重视您的隐私,并与合作伙伴一起使用cookies。"),
    "cookies ru": ("Газета", "Мы используем файлы cookie, чтобы сайт работал лучше.\nПринять все\nОтклонить все\nНастройки cookie\nНаш сайт использует файлы cookie и похожие технологии для показа рекламы."),
    "cookies sw": ("Gazeti", "Tunatumia vidakuzi ili kuboresha huduma zetu na kuonyesha matangazo.\nKubali vidakuzi\nKataa vidakuzi\nMipangilio ya vidakuzi\nUnaweza kubadilisha uamuzi wako wakati wowote."),
    "paywall en": ("Ferry fares to double", "Ferry fares are to double from April, the county said on Monday, and pensioners will pay for the first time since the war.\nSubscribe to continue reading\nAlready a subscriber? Log in"),
    "paywall en stub": ("Ferry fares to double", LONG * 5 + "\nThis article is for subscribers only."),
    "paywall en limit": ("Ferry fares to double", LONG * 3 + "\nYou have reached your limit of free articles."),
    "paywall fr": ("Le bac double ses tarifs", "Le tarif du bac doublera en avril, a annoncé lundi le département, et les retraités paieront pour la première fois depuis la guerre, ce qui a provoqué de vives réactions sur les deux rives de l’estuaire.\nIl vous reste 85 % de cet article à lire.\nLa suite est réservée aux abonnés."),
    "paywall de": ("Fähre wird doppelt so teuer", "Die Fähre kostet ab April doppelt so viel, teilte der Kreis am Montag mit, und Rentner zahlen zum ersten Mal seit dem Krieg, was auf beiden Ufern der Bucht heftige Reaktionen ausgelöst hat.\nJetzt weiterlesen mit dem Probeabo\nBereits Abonnent? Anmelden"),
    "paywall es": ("El ferri costará el doble", "El ferri costará el doble desde abril, anunció el lunes el condado, y los jubilados pagarán por primera vez desde la guerra, lo que ha causado fuertes reacciones en las dos orillas de la bahía.\nSuscríbete para seguir leyendo\n¿Ya eres suscriptor?"),
    "paywall pt": ("A balsa vai custar o dobro", "A balsa vai custar o dobro a partir de abril, anunciou o município na segunda-feira, e os aposentados vão pagar pela primeira vez, o que causou reações fortes nas duas margens da baía.\nConteúdo exclusivo para assinantes\nJá é assinante?"),
    "paywall ar": ("العبارة بضعف الثمن", "سيتضاعف ثمن تذكرة العبارة ابتداء من أبريل كما أعلنت المحافظة يوم الاثنين، وسيدفع المتقاعدون للمرة الأولى منذ سنوات طويلة، وقد أثار القرار ردود فعل على ضفتي الخليج.\nهذا المحتوى متاح للمشتركين فقط"),
    "paywall zh": ("渡轮票价将翻倍", "县政府周一宣布,渡轮票价将从四月起翻倍,退休人员也将首次需要付费。海湾两岸的居民对此反应强烈,许多人表示将改走公路大桥,也有人说要向县里递交请愿书,要求恢复原来的票价,并且增加晚上的班次。\n订阅后继续阅读"),
    "paywall ru": ("Паром подорожает вдвое", "С апреля билет на паром будет стоить вдвое дороже, сообщили в понедельник в округе, и пенсионеры впервые будут платить за проезд, что вызвало споры на обоих берегах залива.\nМатериал доступен только по подписке"),
    "paywall sw": ("Nauli ya kivuko kuongezeka", "Nauli ya kivuko itaongezeka mara mbili kuanzia Aprili, wilaya imetangaza Jumatatu, na wastaafu watalipa kwa mara ya kwanza, jambo lililozua mjadala mkali pande zote mbili za ghuba.\nJiandikishe ili kuendelea kusoma"),
    "cloudflare": ("Just a moment...", "Checking if the site connection is secure\npaper.example needs to review the security of your connection before proceeding.\nRay ID: 7f1c"),
    "cloudflare blocked": ("Attention Required! | Cloudflare", "Sorry, you have been blocked\nYou are unable to access paper.example\nThis website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase."),
    "captcha en": ("paper.example", "Please verify you are a human\nAccess to this page has been denied because we believe you are using automation tools to browse the website. Complete the security check to continue.\nPress & Hold to confirm you are a human (and not a bot)."),
    "captcha unusual traffic": ("Sorry", "Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot. Why did this happen?"),
    "captcha de": ("Einen Moment …", "Bitte bestätigen Sie, dass Sie ein Mensch sind. Ihr Browser wird überprüft. Das dauert nur wenige Sekunden."),
    "captcha fr": ("Un instant…", "Vérifions que vous êtes humain. Vérification de votre navigateur en cours, cela ne prendra que quelques secondes."),
    "captcha zh": ("安全验证", "请完成安全验证后继续访问。我不是机器人。"),
    "captcha ru": ("Вы не робот?", "Подтвердите, что запросы отправляли вы, а не робот. Нам очень жаль, но запросы, поступившие с вашего IP-адреса, похожи на автоматические."),
    "script en": ("Paper", "You need to enable JavaScript to run this app."),
    "script long": ("The Paper", "JavaScript is disabled in your browser. Please enable JavaScript to use all features of this site. Without JavaScript most of our pages will not work. If you do not know how, see the help of your browser; it takes a minute and makes the site much better to use."),
    "script de": ("Die Zeitung", "Bitte aktivieren Sie JavaScript in Ihrem Browser, um diese Seite zu nutzen."),
    "script ru": ("Газета", "Для работы сайта включите JavaScript в вашем браузере."),
    "adblock": ("The Paper", "Ad blocker detected\nPlease disable your ad blocker to support our journalism. We depend on advertising to pay our reporters, photographers and editors, and to keep this site free for all. Please disable ad-blocker and reload the page; thank you for your help and your patience."),
    "404 en": ("Page not found", "Sorry, the page you are looking for could not be found. It may have been moved or deleted. Try our search, or go back to the front page and start again from there. If you think that this is a mistake, write to us and tell us where you found the link to this page."),
    "404 fr": ("Page introuvable", "La page que vous recherchez est introuvable. Elle a peut-être été déplacée ou supprimée. Retournez à l’accueil ou utilisez la recherche pour trouver ce que vous cherchez."),
    "404 de": ("Seite nicht gefunden", "Die Seite wurde leider nicht gefunden. Vielleicht wurde sie verschoben oder gelöscht. Bitte nutzen Sie die Suche oder gehen Sie zur Startseite zurück."),
    "404 es": ("Página no encontrada", "La página que busca no existe o ha cambiado de dirección. Use el buscador o vuelva a la portada."),
    "404 ar": ("الصفحة غير موجودة", "الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى عنوان آخر. يمكنك العودة إلى الصفحة الرئيسية."),
    "404 zh": ("页面不存在", "您访问的页面不存在或已删除,请返回首页。"),
    "403": ("403 Forbidden", "You don't have permission to access this resource. Additionally, a 403 Forbidden error was encountered while trying to use an ErrorDocument to handle the request."),
    "503": ("Service Unavailable", "The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later. Apache Server at paper.example Port 443."),
    "maintenance": ("We'll be right back", "Our site is undergoing scheduled maintenance. We are sorry for any inconvenience and will be back in a few hours. Thank you for your patience while we make things better for you and for all our readers in the region and abroad."),
    "gdpr": ("Unavailable", "Our website is unavailable in your region due to the GDPR. We recognise you are attempting to access this website from a country belonging to the European Economic Area and cannot grant you access at this time."),
    "log-in en": ("Log in", "Email\nPassword\nForgot your password?\nRemember me\nDon't have an account? Sign up"),
    "log-in de": ("Anmelden", "Benutzername\nPasswort vergessen?\nAngemeldet bleiben\nNoch kein Konto? Konto anlegen"),
    "captive portal": ("Guest Wi-Fi", "Welcome to the hotel. To connect to the free Wi-Fi, enter your room number and your name and accept the terms and conditions. By connecting you agree to the terms of use of this network, which you find at the reception and on the back of your key card."),
    "captive portal zh": ("免费WiFi", "欢迎使用免费WiFi,请登录后上网。请输入房间号和手机号,同意条款后即可连接网络。"),
    "empty": ("The Paper", ""),
    "nothing but spaces": ("The Paper", " \n \t \n" * 100),
    "short": ("Ferry fares to double", "Ferry fares are to double from April."),
    "no title": ("", LONG * 5),
}  # fmt: skip  # one page a line

HONEST = {
    "news": ("Ferry fares to double", LONG * 4),
    "about cookies": ("What cookies do, and why sites ask", "Every site asks the same thing, and almost nobody reads it. A cookie is a small text that a browser keeps for a site and sends back on each visit. " + "The law says that a site must ask before it keeps what it does not need. Most people click on the largest button, a study of 3,000 readers found. Researchers watched how long they looked at it: less than two seconds, and the colour of the button mattered more than its words. " * 2),
    "about cookies, short": ("Court limits cookie banners", "A court in Luxembourg ruled on Tuesday that a pre-ticked box is no consent. The judges said that “we use cookies” is not enough to tell readers who will see their data. The case had been brought by a lottery player from Bonn. Lawyers expect that thousands of sites will have to change how they ask."),
    "about baking cookies": ("Oat cookies for forty", "Beat the butter with the sugar, add the eggs one by one and then the flour. Let the dough rest for an hour in a cold place. Drop spoonfuls of it on a tray, far apart, for they spread. Bake them until the edges are brown and the middle still looks wet; they harden as they cool."),
    "about captchas": ("The squares with the traffic lights", "For twenty years people have proved that they are no machines by reading bent letters. The test was invented in Pittsburgh. Now machines pass it more often than people do, a group in Zurich showed: they solved every picture of traffic lights and buses. What comes next is not a test at all, but a promise that the phone makes for its owner."),
    "about captchas with a quotation": ("“I'm not a robot”: how the box works", "The box that says “I'm not a robot” does not look at the click at all. It looks at how the mouse came there. A person hesitates and overshoots, a program does not. The engineer who built it says that half of the work was to make people believe that it was so easy, and the other half was to find out who had been fooled by it."),
    "about paywalls": ("Why the small papers put up walls", "The Courier had 4,000 readers on paper and 90,000 who paid nothing. In March its owner decided that this could not go on. Half a year later 1,100 of them pay. It is not much, he says, but it is one reporter more than before. Other papers have sent their managers to look at the numbers, and two of them have followed. Readers grumbled in letters to the editor, then most of them stayed."),
    "about an outage": ("Half a day without the bank", "Customers could not pay for eleven hours on Monday. The bank said that a new program had been started on the wrong computers. Shops wrote down what people bought; a baker in Highfold gave his bread away. The supervisor wants a report by Friday, and the head of the bank has apologised in a letter to all customers."),
    "about error 404": ("The most famous number of the web", "There was never a room 404 at the laboratory in Geneva, the people who worked there say. The number was chosen by a committee: four for the visitor's mistakes, and the last digit because others had been taken. Today museums sell it on cups. The man who wrote it down has been asked about the room more often than about anything else, and is tired of it."),
    "about passwords": ("The notebook is better than its fame", "Write them down, says the head of the office for computer safety, and means it. A notebook in a drawer cannot be read from another country. What matters is that each one is long and used only once. Her own mother keeps hers in a tin with the sewing things. Burglars, she adds, look for money, and have no idea what the lines in an old notebook are good for."),
    "about Wi-Fi": ("Village gets its network, and a bench", "Since Saturday the square of Teal has a network that everybody may use. The parish paid for the box, a plumber climbed the church tower. The first visitors were two boys who finished their homework on the bench under the lime tree. The parish wants to look at the numbers in a year, and then decide whether the bathing place gets a box too."),
    "about JavaScript": ("The language of ten days", "It was written in ten days in May 1995, and its name was chosen by the sales department. Thirty years later it runs on nearly every page. Its inventor says that he would do two things differently, and that nobody would have waited for him to do them. The committee that looks after it meets six times a year and argues about commas."),
    "about robots": ("Robot harvests its first apple", "It took four minutes and two tries. Then the arm turned, let the apple roll into the basket and stopped, for the battery was empty. The growers clapped. In ten years, the engineers say, it will pick as fast as a child. The growers would be content with a machine that carries the ladders, and said so."),
    "a press release": ("Harbour authority opens new quay", "Gannet Gut, 4 May. The harbour authority has opened its new fish quay. It is 180 metres long and cost 12 million. “We have waited for it for forty years,” said the harbour master. For more information, call the office. The authority employs 62 people and looks after four harbours between the two capes, one of which is only used in summer."),
    "with an invitation at the end": ("Ferry fares to double", LONG * 14 + "\nSubscribe to our newsletter to read more stories like this, or become a member to support us."),
    "with a note on cookies at the end": ("Ferry fares to double", LONG * 6 + "\nWe use cookies."),
    "titled Sorry": ("Sorry", LONG * 20),
    "titled Error": ("Error", LONG * 20),
    "titled with a number": ("500 people march through Highfold", LONG * 3),
    "titled Sorry, and more": ("Sorry, we missed the boat", LONG * 3),
    "titled Wi-Fi, and more": ("Wi-Fi comes to the village", LONG * 3),
    "titled Sign, and more": ("Sign on the dotted line", LONG * 3),
    "an essay on access": ("Access denied", LONG * 20),
    "fr": ("Le bac double ses tarifs", "Le tarif du bac doublera en avril, a annoncé lundi le département. Les retraités paieront pour la première fois depuis la guerre. Sur le quai, les habitués haussent les épaules : le bac, disent-ils, est de toute façon en panne un jour sur deux."),
    "de, about cookies": ("Gericht kippt Cookie-Banner", "Ein vorab gesetztes Häkchen ist keine Einwilligung, hat das Gericht am Dienstag entschieden. Geklagt hatte ein Verband aus Berlin. Die Richter verlangen, dass Besucher mit einem Klick ablehnen können. Viele Betreiber müssen nun ihre Seiten ändern, und sie haben dafür bis zum Herbst Zeit."),
    "es": ("El ferri costará el doble", "El ferri costará el doble desde abril, anunció el lunes el condado. Los jubilados pagarán por primera vez desde la guerra. En el muelle, los viejos se encogen de hombros: el barco, dicen, está averiado un día de cada dos."),
    "pt": ("A balsa vai custar o dobro", "A balsa vai custar o dobro a partir de abril, anunciou o município na segunda-feira. Os aposentados vão pagar pela primeira vez. No cais, os velhos encolhem os ombros: o barco, dizem eles, está avariado um dia em cada dois."),
    "ar": ("العبارة بضعف الثمن", "سيتضاعف ثمن تذكرة العبارة ابتداء من أبريل كما أعلنت المحافظة يوم الاثنين. وسيدفع المتقاعدون للمرة الأولى منذ الحرب. وعلى الرصيف يهز الشيوخ أكتافهم ويقولون إن القارب معطل يوما من كل يومين في جميع الأحوال، ولا أحد يعرف متى يصلح."),
    "zh": ("渡轮票价将翻倍", "县政府周一宣布,渡轮票价将从四月起翻倍,退休人员也将首次需要付费。码头上的老人们耸耸肩说,反正船每隔一天就要坏一次。海湾两岸的居民对此反应强烈,许多人表示将改走公路大桥。轮渡公司回应说,新船已经在建造当中,预计明年春天就可以投入使用,届时班次也会相应增加。"),
    "zh, short": ("社区图书馆开放时间调整", "自十月一日起,全区二十三个社区图书馆周二至周五的开放时间调整为十三点至二十一点,周末为九点至十八点。各馆应当把新的时间表张贴在入口处,字要大,位置要低,让坐轮椅的读者也能看清。逾期还书不再收取费用,过去的费用一律免除。"),
    "ru": ("Паром подорожает вдвое", "С апреля билет на паром будет стоить вдвое дороже, сообщили в понедельник в округе. Пенсионеры впервые будут платить за проезд. На причале старики пожимают плечами: паром, говорят они, всё равно через день ломается, и никто не знает, когда его починят."),
    "sw": ("Nauli ya kivuko kuongezeka", "Nauli ya kivuko itaongezeka mara mbili kuanzia Aprili, wilaya imetangaza Jumatatu. Wastaafu watalipa kwa mara ya kwanza. Gatini, wazee wanainua mabega: chombo, wanasema, huharibika kila baada ya siku moja, na hakuna ajuaye kitatengenezwa lini."),
    "sn": ("Bhiriji rava kuvhurwa patsva", "Bhiriji repagungwa ravhurwa zvakare neMugovera mangwanani mushure memakore maviri richigadziriswa. Mutyairi wekutanga akapiwa keke. Vanhu mazana mana vakaungana kuti vaone chikepe chekupedzisira chichienda kune rimwe divi rerwizi."),
    "nd": ("Ibhiriji livuliwe futhi", "Ibhiriji lasehabeni livuliwe futhi ngoMgqibelo ekuseni ngemva kweminyaka emibili lilungiswa. Umtshayeli wokuqala uphiwe ikhekhe. Abantu abangamakhulu amane babuthana ukuze babone isikepe sokucina siwela siye ngaphetsheya komfula."),
}  # fmt: skip  # one page a line


@pytest.mark.parametrize("name", JUNK)
def test_what_is_no_article_is_refused(name: str) -> None:
    assert refusal(*JUNK[name]) != ""


@pytest.mark.parametrize("name", HONEST)
def test_an_article_passes_whatever_it_is_about(name: str) -> None:
    assert refusal(*HONEST[name]) == ""


def test_there_are_enough_of_both_to_tell() -> None:
    assert len(JUNK) >= 50
    assert len(HONEST) >= 25


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("cookies en", "cookies"), ("cookies zh", "cookies"), ("paywall fr", "paywall"), ("paywall en stub", "paywall"),
        ("cloudflare", "robot"), ("captcha ru", "robot"), ("script en", "script"), ("404 de", "error"), ("503", "error"),
        ("log-in en", "login"), ("captive portal", "portal"), ("empty", "short"), ("no title", "title"),
    ],
)  # fmt: skip  # pairs, not a column
def test_staff_are_told_what_it_is(name: str, reason: str) -> None:
    assert reason_against(*JUNK[name]) == reason


def test_a_text_of_links_is_refused_from_half_on() -> None:
    title, text = HONEST["news"]

    assert refusal(title, text, MOST_LINKED - 0.01) == ""
    assert refusal(title, text, MOST_LINKED) == "is mostly links to other pages"


def test_the_shortest_article_has_two_hundred_characters() -> None:
    words = "The harbour is open again. "
    text = (words * 10)[: SHORTEST - 1] + "."

    assert refusal("Harbour open", text) == ""
    assert refusal("Harbour open", text[1:]) == "has too little text for an article"


@pytest.mark.parametrize("reason", SAID)
def test_every_reason_comes_with_what_to_do(reason: str) -> None:
    said = SAID[reason]  # type: ignore[index]  # pytest has made a str of the literal

    assert said.what[0].islower()
    assert said.cure[0].isupper()
    assert not (said.what + said.cure).endswith(".")
