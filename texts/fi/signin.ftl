signin-title = Kirjaudu sisään
signin-lead = Lähetämme sinulle kertakäyttöisen koodin. Et tarvitse salasanaa.
signin-address = Työsähköpostiosoite
signin-address-hint = Esimerkiksi etunimi.sukunimi@organisaatio.fi
signin-address-or-phone = Työsähköpostiosoite tai puhelinnumero
signin-address-or-phone-hint = Koodi tulee sähköpostiin tai tekstiviestinä sen mukaan, kumman kirjoitat.
signin-send-code = Lähetä koodi
signin-other-ways = Muut tavat kirjautua
signin-by-oidc = Kirjaudu organisaation tunnuksella
signin-by-password = Kirjaudu salasanalla
signin-by-code = Kirjaudu koodilla
signin-by-demo = Kokeile keksittynä henkilönä
signin-fault-address = Tarkista osoite. Kirjoita se esimerkiksi näin: etunimi.sukunimi@organisaatio.fi

signin-code-title = Kirjoita koodi
signin-code-lead = Jos osoite on meillä tiedossa, koodi on matkalla. Se voi viipyä minuutin. Koodi toimii 10 minuuttia ja vain tässä selaimessa.
signin-code = Koodi
signin-code-hint = Kahdeksan numeroa
signin-new-code = Koodia ei tullut? Pyydä uusi.
signin-fault-code = Koodi ei ole oikea. Tarkista numerot ja yritä uudelleen.
signin-fault-code-over = Koodi ei ole enää voimassa. Pyydä uusi koodi.
signin-mail-subject = Kirjautumiskoodisi
signin-mail-text =
    Hei!

    Kirjautumiskoodisi on { $code }. Se toimii 10 minuuttia siinä selaimessa, jossa pyysit sen.

    Jos et pyytänyt koodia, sinun ei tarvitse tehdä mitään. Älä anna koodia kenellekään.
signin-sms-text = Kirjautumiskoodisi on { $code }. Se toimii 10 minuuttia. Älä anna koodia kenellekään.

signin-password-title = Kirjaudu salasanalla
signin-password-lead = Jos sinulla ei ole salasanaa, kirjaudu koodilla. Sen jälkeen voit halutessasi asettaa salasanan.
signin-password = Salasana
signin-fault-password = Osoite tai salasana ei ole oikea. Tarkista molemmat tai kirjaudu koodilla.

signin-own-title = Salasana ja istunnot
signin-own-lead = Salasana on valinnainen: voit aina kirjautua koodilla. Kun vaihdat salasanan, muut istuntosi päättyvät.
signin-own-old = Nykyinen salasana
signin-own-new = Uusi salasana
signin-own-new-hint = Vähintään 12 merkkiä. Hyvä salasana on muutaman sanan lause, jonka vain sinä keksit.
signin-fault-password-old = Nykyinen salasana ei ole oikea.
signin-fault-password-short = Salasana on liian lyhyt. Kirjoita vähintään 12 merkkiä.
signin-fault-password-long = Salasana on liian pitkä. Kirjoita enintään 200 merkkiä.
signin-fault-password-own = Salasanassa on lähinnä omia tai organisaation nimiä. Keksi toisia sanoja.
signin-fault-password-common = Salasana on helppo arvata. Keksi muutaman sanan lause.
signin-everywhere = Kirjaudu ulos kaikkialta
signin-everywhere-lead = Jos unohdit kirjautua ulos toisella koneella tai puhelin katosi, päätä kaikki istuntosi. Kirjaudut sen jälkeen uudelleen.
signin-everywhere-do = Päätä kaikki istunnot
done-signin-password = Salasana on vaihdettu. Muut istuntosi ovat päättyneet.
done-signin-out = Olet kirjautunut ulos.
done-signin-out-all = Kaikki istuntosi ovat päättyneet.

signin-setup-title = Aloita tästä
signin-setup-lead = Täällä ei ole vielä ketään. Perusta ensimmäinen organisaatio ja ylläpitäjä. Tämä sivu toimii kerran.
signin-setup-code = Aloituskoodi
signin-setup-code-hint = Koodi näkyy palvelimen konsolissa, kun palvelin käynnistyy.
signin-setup-organisation = Organisaation nimi
signin-setup-kind = Millainen organisaatio on?
signin-setup-name = Ylläpitäjän nimi
signin-setup-address-hint = Tähän osoitteeseen tulevat kirjautumiskoodit.
signin-setup-do = Perusta
signin-fault-setup = Aloituskoodi ei ole oikea. Katso koodi palvelimen konsolista; uusin koodi on voimassa.
done-signin-setup = Organisaatio ja ylläpitäjä on perustettu.
signin-kind-wellbeing-county = Hyvinvointialue
signin-kind-municipality = Kunta tai kaupunki
signin-kind-state-agency = Valtion virasto
signin-kind-company = Yritys
signin-kind-school = Oppilaitos

signin-front-title = Apua työelämän muutokseen
signin-front-lead = Urasilta on mukanasi, kun työ muuttuu: valmennukseen hakemisesta valmennuksen jälkeiseen seurantaan.
signin-front-kicker = Aloita
signin-front-text = Kirjaudu työsähköpostiosoitteellasi. Saat kertakäyttöisen koodin, salasanaa et tarvitse.
signin-home-title = Etusivu
signin-home-hello = Hei, { $name }
signin-home-lead = Mikään ei odota sinua juuri nyt. Täältä pääset eteenpäin:

signin-demo-title = Kenen silmin haluat katsoa?
signin-demo-lead = Henkilöt, organisaatiot ja tiedot ovat keksittyjä. Valitse henkilö ja katso, mitä hän näkee.
signin-demo-nobody = Täällä ei ole vielä henkilöitä.
signin-demo-guests = Työntekijöitä, jotka eivät ole vielä hakeneet
signin-demo-guests-about = Kulje heistä jonkun mukana alusta: hae valmennukseen ja katso, mitä sitten tapahtuu.
signin-demo-guest = Työntekijä
signin-persona-participant = Osallistuja
signin-persona-participant-sees = Hakee valmennukseen ja näkee oman polkunsa.
signin-persona-agreeing = Osallistuja, kolmikanta
signin-persona-agreeing-sees = Sopii valmennuksestaan yhdessä esihenkilön ja valmentajan kanssa.
signin-persona-supervisor = Esihenkilö
signin-persona-supervisor-sees = Näkee vain sen, mitä hänen kanssaan on sovittu jaettavan.
signin-persona-coach = Valmentaja
signin-persona-coach-sees = Näkee omat valmennettavansa ja päivän tapaamiset.
signin-persona-coordinator = Koordinaattori
signin-persona-coordinator-sees = Hoitaa haun, valinnat ja raportit. Ei näe valmennuksen sisältöä.
signin-persona-provider = Palveluntuottaja
signin-persona-provider-sees = Näkee oman sopimuksensa toimeksiannot.
signin-persona-administrator = Ylläpitäjä
signin-persona-administrator-sees = Näkee järjestelmän tilan. Ei voi avata valmennuksia.
signin-persona-committee = Toimielimen jäsen
signin-persona-committee-sees = Näkee julkaistut raportit.

signin-privacy-title = Tietosuoja
signin-privacy-lead = Mitä tietoja sinusta on, kuka ne näkee ja mitä voit itse tehdä.
signin-privacy-who = Kuka vastaa tiedoista
signin-privacy-who-text = Rekisterinpitäjä on työnantajasi tai palvelun järjestäjä, tässä palvelussa { $site }. Valmennuksen tuottaja käsittelee tietoja vain sopimuksen mukaan ja sen ajan.
signin-privacy-what = Mitä tietoja on
signin-privacy-what-text = Nimi, työtehtävä, työyksikkö ja työyhteystiedot tulevat henkilöstörekisteristä. Hakemuksen, tavoitteet ja vastaukset kirjoitat itse. Henkilötunnusta emme kerää.
signin-privacy-readers = Kuka näkee mitä
signin-privacy-readers-text = Jokaisessa kohdassa lukee, kuka sen näkee. Hakemuksesi näkee koordinaattori. Yhteisen muistion näkevät sinä ja valmentajasi, valmentajan työmuistiinpanon vain valmentaja. Valmennuksesta koordinaattori ja palveluntuottaja näkevät kulun, eivät sisältöä. Esihenkilö ei näe vastauksiasi eikä valmennuksen sisältöä; palvelun sivulla lukee, mitä hänelle kerrotaan. Jokaisesta katsomisesta jää merkintä.
signin-privacy-numbers = Raporttien luvut
signin-privacy-numbers-text = Raporteissa on vain lukuja, joista ketään ei voi tunnistaa. Pienet luvut yhdistetään tai piilotetaan.
signin-privacy-kept = Kuinka kauan tiedot säilyvät
signin-privacy-kept-text = Nämä sisällöt hävitetään, kun niiden aika on kulunut ja organisaation koordinaattori on hyväksynyt sen. Oikeudellinen esto voi pysäyttää hävittämisen. Muistio, työmuistiinpano ja vastaukset on salattu valmennuskohtaisella avaimella. Kun avain hävitetään, niitä ei voi vuorokauden kuluttua lukea edes varmuuskopioista. Nimet, päivät ja tilat jäävät.
signin-privacy-class-applications = Hakemusten vastaukset ja lausunnot, ratkaisusta
signin-privacy-class-coaching = Yhteinen muistio, työmuistiinpano ja vastaukset, valmennuksen päättymisestä
signin-privacy-class-measures = Mittausten yhteys sinuun, valmennuksen päättymisestä
signin-privacy-class-supervisors = Esihenkilön oma polku ja vastaukset, kierroksen viimeisen valmennuksen päättymisestä
signin-privacy-years = { $n ->
    [one] { $n } vuosi
   *[other] { $n } vuotta
 }
signin-privacy-cookies = Evästeet
signin-privacy-cookies-text = Käytämme vain välttämättömiä evästeitä: istunnon, lomakkeiden suojauksen ja kielivalinnan. Emme seuraa sinua emmekä käytä ulkopuolisia palveluja.
signin-privacy-rights = Mitä voit tehdä
signin-privacy-rights-text = Kirjautuneena lataat kaikki tietosi yhtenä tiedostona kohdasta Omat tietoni. Samassa kohdassa voit pyytää oikaisua tai poistoa, ja näet, mihin päivään mennessä sinulle vastataan. Voit myös ottaa yhteyttä organisaatiosi tietosuojavastaavaan tai sivun alareunan puhelinnumeroon ja kääntyä tietosuojavaltuutetun puoleen.

signin-access-lead = Tämä seloste koskee Urasilta-palvelua, jota ylläpitää { $site }. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).
signin-access-state = Kuinka saavutettava palvelu on
signin-access-state-text = Palvelu on tehty täyttämään WCAG 2.2 -ohjeiden A- ja AA-tason vaatimukset. Kaikki tehtävät onnistuvat näppäimistöllä, suurennettuna 400 prosenttiin ja ilman JavaScriptiä.
signin-access-lacks = Tunnetut puutteet
signin-access-lacks-text = Organisaation itse lisäämissä teksteissä ja linkitetyillä sivuilla voi olla puutteita, joihin emme voi vaikuttaa. Viitottua kieltä ja selkokieltä palvelussa ei vielä ole.
signin-access-made = Miten arvio on tehty
signin-access-made-text = Arvion on tehnyt palvelun kehittäjä itse. Jokainen sivu tarkistetaan automaattisesti jokaisen muutoksen yhteydessä suomeksi, ruotsiksi ja englanniksi. Seloste on laadittu 22.11.2026.
signin-access-feedback = Huomasitko puutteen? Kerro siitä.
signin-access-feedback-text = Voit antaa palautetta tai pyytää sisällön sinulle sopivassa muodossa. Vastaamme 14 päivän kuluessa.
signin-access-phone = Soita { $phone }
signin-access-mail = Kirjoita osoitteeseen { $mail }
signin-access-complaint = Jos et ole tyytyväinen vastaukseen
signin-access-complaint-text = Jos et saa vastausta 14 päivässä tai vastaus ei ole riittävä, voit tehdä ilmoituksen valvontaviranomaiselle. Viranomaisen sivuilla kerrotaan, miten asia käsitellään.
signin-access-authority = Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvonta, www.saavutettavuusvaatimukset.fi

signin-closed = Sivu on suljettu

signin-system = Järjestelmän tila
signin-system-lead = Toimiiko kaikki? Täällä on vain lukumääriä, ei kenenkään tietoja.
signin-system-well = Kaikki toimii.
signin-system-dead = Odottaa sinua: tehtävät, jotka eivät onnistuneet
signin-system-dead-lead = Näitä on yritetty monta kertaa. Korjaa syy ja yritä sitten uudelleen.
signin-system-dead-meta = Viimeksi { $when }: { $why }
signin-system-retry = Yritä uudelleen
signin-system-house = Palvelin
signin-system-version = Versio
signin-system-database = Tietokanta
signin-system-schema = Tietokannan muutokset
signin-system-schema-run = { $run } / { $known } ajettu
signin-system-waiting = Tehtäviä jonossa
signin-system-unsealed = Sinetöimättä
signin-system-audit = Koko ketjun tarkistaa komento urasilta check audit.
signin-system-sessions = Istuntoja nyt
signin-system-contents = Ylläpitäjä ei voi avata hakemuksia eikä valmennuksia.
done-signin-retried = Tehtävää yritetään uudelleen.

signin-refused-oidc = Kirjautuminen organisaation tunnuksella ei onnistunut. Yritä uudelleen tai kirjaudu koodilla.
signin-refused-oidc-unknown = Organisaation tunnus on kunnossa, mutta sinulla ei ole tiliä täällä. Pyydä tiliä organisaatiosi koordinaattorilta.

signin-accounts = Tunnukset ja roolit
signin-accounts-lead = Kuka tekee mitäkin ja missä organisaatiossa. Henkilöstö tulee henkilöstötiedostosta; täällä annetaan roolit.
signin-accounts-holders = Roolit nyt
signin-accounts-holds = { $role }, { $where }
signin-accounts-end = Päätä rooli
signin-accounts-give = Anna rooli
signin-accounts-name = Nimi
signin-accounts-where = Organisaatio
signin-accounts-role = Rooli
signin-accounts-organisation = Organisaatiot
signin-accounts-business-id = Y-tunnus, jos on
signin-accounts-add = Lisää organisaatio
signin-role-coordinator = Koordinaattori
signin-role-supervisor = Esihenkilö
signin-role-coach = Valmentaja
signin-role-provider = Palveluntuottajan vastuuhenkilö
signin-role-committee = Toimielimen jäsen
signin-role-admin = Ylläpitäjä
signin-refused-own-role = Et voi muuttaa omia roolejasi. Pyydä toista ylläpitäjää.

signin-second-title = Kirjoita sovelluksen koodi
signin-second-lead = Näet työssäsi toisten tietoja, joten varmistamme vielä, että se olet sinä. Avaa todennussovellus puhelimessasi ja kirjoita siinä näkyvä koodi.
signin-second-code = Koodi sovelluksesta
signin-second-hint = Kuusi numeroa
signin-second-no-phone = Puhelin ei ole mukana? Käytä varakoodia.
signin-second-anew = Aloita kirjautuminen alusta
signin-fault-second = Koodi ei ole oikea tai se on jo käytetty. Odota, että sovellus näyttää uuden koodin, ja kirjoita se.
signin-fault-second-over = Aika loppui tai yrityksiä tuli liikaa. Aloita kirjautuminen alusta.
signin-recovery-title = Kirjoita varakoodi
signin-recovery-lead = Sait kymmenen varakoodia, kun otit sovelluksen käyttöön. Jokainen toimii kerran.
signin-recovery = Varakoodi
signin-recovery-hint = Esimerkiksi K7QF-3MZB-XW2P-R5TD
signin-recovery-app = Käytä sittenkin sovelluksen koodia
signin-recovery-lost = Ovatko varakooditkin kadonneet? Pyydä ylläpitäjää poistamaan vanha sovellus käytöstä. Sen jälkeen otat käyttöön uuden.
signin-fault-recovery = Varakoodi ei ole oikea tai se on jo käytetty. Tarkista merkit.
signin-enrol-title = Ota todennussovellus käyttöön
signin-enrol-lead = Näet työssäsi toisten tietoja. Siksi kirjautumiseen tarvitaan salasanan tai sähköpostikoodin lisäksi koodi puhelimestasi. Tämä tehdään kerran, ja siihen menee pari minuuttia.
signin-enrol-change-lead = Uusi sovellus tulee vanhan tilalle. Vanha toimii siihen asti, kunnes uuden ensimmäinen koodi on kirjoitettu. Muut istuntosi päättyvät.
signin-enrol-first = 1. Avaa todennussovellus puhelimessasi
signin-enrol-first-text = Jos sovellusta ei vielä ole, hae sellainen puhelimesi sovelluskaupasta hakusanalla ”todennus” tai ”authenticator”. Mikä tahansa niistä sopii.
signin-enrol-then = 2. Lisää Urasilta sovellukseen
signin-enrol-then-text = Valitse sovelluksessa tilin lisääminen ja kuvaa tämä ruutukoodi.
signin-enrol-picture = Ruutukoodi todennussovellusta varten. Sama avain on alla tekstinä.
signin-enrol-here = Luetko tätä puhelimella? Avaa sovellus tässä.
signin-enrol-by-hand = Voit myös kirjoittaa avaimen sovellukseen käsin:
signin-enrol-last = 3. Kirjoita sovelluksen näyttämä koodi
signin-enrol-do = Ota käyttöön
signin-enrol-why = Miksi, ja mitä jos minulla ei ole puhelinta?
signin-enrol-why-text = Sähköposti ja salasana voivat joutua vääriin käsiin. Puhelimesi koodi vaihtuu puolen minuutin välein, ja vain sinulla on se. Sovellus ei tarvitse verkkoyhteyttä eikä kerro puhelimestasi meille mitään.
signin-enrol-no-phone = Sovelluksen voi asentaa myös työkoneelle. Kysy organisaatiosi tietotuesta, mikä teillä on käytössä.
signin-twice-title = Sovellus on jo käytössä
signin-twice-lead = Painike painettiin kahdesti. Ensimmäinen painallus riitti: todennussovellus on käytössä, mutta varakoodit jäivät sinulta näkemättä.
signin-twice-do = Tee uudet varakoodit ja ota ne talteen. Jos sinulta kysytään koodia, odota, että sovelluksesi koodi vaihtuu.
signin-twice-codes = Tee uudet varakoodit
signin-codes-title = Ota varakoodit talteen
signin-codes-lead = Todennussovellus on käytössä. Jos puhelin katoaa, pääset sisään näillä. Kirjoita koodit paperille tai tulosta sivu, ja säilytä niitä muualla kuin puhelimessa.
signin-codes = Varakoodisi
signin-codes-once = Koodit näkyvät vain nyt. Jokainen toimii kerran. Jos sinulla oli vanhoja varakoodeja, ne eivät enää toimi.
signin-codes-kept = Koodit ovat tallessa, jatka
signin-own-second-title = Todennussovellus
signin-own-second-lead = Kun kirjautumiseen tarvitaan koodi myös puhelimestasi, kukaan ei pääse tietoihin pelkällä sähköpostillasi tai salasanallasi.
signin-own-second-go = Todennussovelluksen asetukset
signin-own-second-begin = Ota todennussovellus käyttöön
signin-own-second-since = Sovellus on ollut käytössä { $day } alkaen.
signin-own-second-left =
    { $n ->
        [0] Varakoodeja ei ole jäljellä. Tee uudet.
        [one] Varakoodeja on jäljellä 1. Tee uudet.
       *[other] Varakoodeja on jäljellä { $n }.
    }
signin-own-second-change = Muuta
signin-own-second-code = Koodi sovelluksesta tai varakoodi
signin-own-second-hint = Jokainen muutos varmistetaan koodilla.
signin-own-second-new-codes = Tee uudet varakoodit
signin-own-second-new-app = Vaihda sovellus tai puhelin
signin-own-second-end = Poista sovellus käytöstä
signin-own-second-required = Tarvitset sovelluksen niin kauan kuin roolissasi näkyy toisten tietoja.
signin-second-mail-subject = Kirjautumisesi suojaus on muuttunut
signin-second-mail-set =
    Hei!

    Tunnuksellesi on otettu käyttöön todennussovellus. Muut istuntosi ovat päättyneet.

    Jos et tehnyt tätä itse, ota heti yhteyttä organisaatiosi ylläpitäjään.
signin-second-mail-recovered =
    Hei!

    Tunnuksellasi käytettiin varakoodia. Koodi ei toimi enää.

    Jos et tehnyt tätä itse, ota heti yhteyttä organisaatiosi ylläpitäjään.
signin-second-mail-ended =
    Hei!

    Todennussovellus on poistettu käytöstä tunnukseltasi.

    Jos et tehnyt tätä itse, ota heti yhteyttä organisaatiosi ylläpitäjään.
signin-second-mail-reset =
    Hei!

    Ylläpitäjä on poistanut todennussovelluksen käytöstä tunnukseltasi. Kaikki istuntosi ovat päättyneet. Kun kirjaudut seuraavan kerran, voit ottaa sovelluksen uudelleen käyttöön.

    Jos et pyytänyt tätä, ota heti yhteyttä organisaatiosi ylläpitäjään.
signin-refused-second-set = Todennussovellus on jo otettu käyttöön tunnuksellasi. Kirjaudu sillä.
signin-refused-own-second = Et voi poistaa omaa sovellustasi täällä. Vaihda se omista asetuksistasi tai pyydä toista ylläpitäjää.
done-signin-second-ended = Todennussovellus on poistettu käytöstä.
done-signin-second-reset = Todennussovellus on poistettu käytöstä ja istunnot päätetty. Henkilölle lähtee siitä viesti.
signin-sessions = Missä olet kirjautuneena
signin-sessions-lead = Osoitetta tai paikkaa emme tallenna. Istunto päättyy itsestään, kun sitä ei ole käytetty puoleen tuntiin.
signin-sessions-device = { $browser }, { $system }
signin-sessions-when = Alkoi { $begun }, viimeksi käytetty { $seen }
signin-sessions-this = Tämä istunto
signin-sessions-others = Päätä muut istunnot
done-signin-others = Muut istuntosi ovat päättyneet.
signin-browser-edge = Edge
signin-browser-opera = Opera
signin-browser-samsung = Samsung Internet
signin-browser-firefox = Firefox
signin-browser-chrome = Chrome
signin-browser-safari = Safari
signin-browser-other = Tuntematon selain
signin-os-android = Android
signin-os-iphone = iPhone
signin-os-ipad = iPad
signin-os-windows = Windows
signin-os-chromebook = Chromebook
signin-os-mac = Mac
signin-os-linux = Linux
signin-os-other = tuntematon laite
signin-accounts-no-address = Ei sähköpostiosoitetta
signin-accounts-reset = Poista todennussovellus
signin-accounts-pages = Luettelon sivut
signin-accounts-first = Alkuun
signin-accounts-others = Muut, joilla on todennussovellus

signin-welcome-subject = Sinulle on avattu tunnus
signin-welcome =
    Hei!

    Sinulla on nyt tunnus Urasilta-palvelussa ({ $site }). Kirjaudu tästä: { $url }

    Kirjoita kirjautumissivulle tämä sähköpostiosoite, niin saat kertakäyttöisen koodin. Salasanaa et tarvitse.

    Jos et tiedä, mistä on kyse, kysy organisaatiosi yhteyshenkilöltä.
signin-welcome-app =
    Hei!

    Sinulla on nyt tunnus Urasilta-palvelussa ({ $site }). Kirjaudu tästä: { $url }

    Kirjoita kirjautumissivulle tämä sähköpostiosoite, niin saat kertakäyttöisen koodin. Salasanaa et tarvitse. Varaa ensimmäiseen kertaan muutama minuutti ja ota puhelin mukaan: otat samalla käyttöön todennussovelluksen.

    Jos et tiedä, mistä on kyse, kysy organisaatiosi yhteyshenkilöltä.
signin-accounts-lang = Kieli
signin-accounts-lang-hint = Tällä kielellä uusi henkilö saa viestinsä.
signin-lang-fi = Suomi
signin-lang-sv = Ruotsi
signin-lang-en = Englanti

signin-system-waits = Odottaa sinua
signin-system-concerns = Kaikki ei ole kunnossa
signin-system-give-up = Luovu tästä
signin-system-ring = Avainrengas vaihtunut
signin-system-backup = Viimeisin varmuuskopio
signin-system-not-told = Ei tiedossa
signin-system-missing = Ei löydy
signin-system-joined = Yhteydet ja käyttäjät
signin-system-mail = Sähköposti
signin-system-mail-smtp = Lähtee sähköpostipalvelimelle
signin-system-mail-folder = Menee kansioon, ei kenellekään
signin-system-sms = Tekstiviestit
signin-system-in-use = Käytössä
signin-system-not-in-use = Ei käytössä
signin-system-second = Todennussovellus
signin-system-required = Vaaditaan toisten tietoja näkeviltä
signin-system-offered = Vapaaehtoinen
signin-concern-dead = Tehtäviä on jäänyt tekemättä. Katso syy alta, korjaa se ja yritä uudelleen.
signin-concern-schema = Tietokanta ei vastaa ohjelman versiota. Varmista, että kaikilla palvelimilla on sama versio, ja käynnistä ne uudelleen.
signin-concern-waiting = Tehtäviä on jonossa yli viisi minuuttia. Katso palvelimen loki ja käynnistä palvelin tarvittaessa uudelleen.
signin-concern-unsealed = Tapahtumia on sinetöimättä yli viisi minuuttia. Katso palvelimen loki ja käynnistä palvelin tarvittaessa uudelleen.
signin-concern-ring = Avainrengas ei ole vaihtunut yli vuorokauteen, joten poistetut tiedot voisi vielä avata varmuuskopiosta. Tarkista, että palvelin saa kirjoittaa avainrenkaan tiedostoon.
signin-concern-backup = Varmuuskopiota ei löydy, tai se on yli vuorokauden vanha. Tarkista varmuuskopiointi.
signin-concern-mail = Viestit menevät kansioon eivätkä kenellekään. Aseta sähköpostipalvelin (mail, smtp_url).
done-signin-given-up = Tehtävästä on luovuttu. Siitä jäi merkintä lokiin.
signin-system-retention = Säilytysajat: mitä hävitettäisiin
