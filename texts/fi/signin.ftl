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
signin-persona-participant = Osallistuja
signin-persona-participant-sees = Hakee valmennukseen ja näkee oman polkunsa.
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
signin-privacy-kept-text = Organisaatiosi päättää, kuinka kauan tiedot säilytetään. Yhteinen muistio ja valmentajan työmuistiinpano on salattu valmennuskohtaisella avaimella. Kun avain hävitetään, niitä ei voi enää lukea.
signin-privacy-cookies = Evästeet
signin-privacy-cookies-text = Käytämme vain välttämättömiä evästeitä: istunnon, lomakkeiden suojauksen ja kielivalinnan. Emme seuraa sinua emmekä käytä ulkopuolisia palveluja.
signin-privacy-rights = Mitä voit tehdä
signin-privacy-rights-text = Voit pyytää tietosi nähtäväksi, oikaistavaksi tai poistettavaksi. Ota yhteyttä organisaatiosi tietosuojavastaavaan tai sivun alareunan puhelinnumeroon. Voit myös kääntyä tietosuojavaltuutetun puoleen.

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
signin-system-sealed = Sinetöityjä tapahtumia
signin-system-unsealed = Sinetöimättä
signin-system-audit = Koko ketjun tarkistaa komento urasilta check audit.
signin-system-people = Käyttäjät
signin-system-organisations = Organisaatioita
signin-system-accounts = Tunnuksia
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
