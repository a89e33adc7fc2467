demo-stage = Henkilöt ja kello
demo-clock-title = Esittelyn kello
demo-clock-now = Kello on nyt { $when }.
demo-clock-about = Valmennus kestää kuukausia ja tuloksia kysytään vielä sen jälkeen. Siirrä kelloa eteenpäin, niin se, mikä odottaa aikaansa, tapahtuu heti. Taaksepäin kello ei käy.
demo-clock-next = Siirry seuraavaan ajastettuun asiaan: { $when }
demo-clock-tomorrow = Siirry huomiseen
demo-clock-week = Siirry viikko eteenpäin
demo-clock-month = Siirry kuukausi eteenpäin
demo-moved = Kello siirtyi. Se on nyt { $when }.
demo-moved-letters =
    { $n ->
        [0] Viestejä ei lähtenyt.
        [one] Lähti yksi viesti.
       *[other] Lähti { $n } viestiä.
    }
demo-moved-read = Lue postilaatikosta
demo-mail-title = Esittelyn postilaatikko
demo-mail-about = Täällä näet viestit sellaisina kuin saajat ne näkevät: kirjautumiskoodit, kutsut ja kysymykset.
demo-mail-go = Avaa postilaatikko
demo-mail-lead = Viestit sellaisina kuin saajat ne näkevät, uusin ensin. Oikeassa palvelussa ne lähtevät sähköpostiin, eikä niitä näe kukaan muu.
demo-mail-none = Viestejä ei ole vielä
demo-mail-none-do = Kun teet jotain, mistä kerrotaan muille, viesti tulee tänne.
demo-mail-to = Saaja: { $address }
demo-mail-invitation = mukana kalenterikutsu
demo-mail-open = Avaa linkki saajana
demo-mail-use-code = Kirjaudu tällä koodilla
fault-demo-nothing-waits = Mikään ei odota aikaansa juuri nyt. Siirrä kelloa päivä, viikko tai kuukausi.
