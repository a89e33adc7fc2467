fault-forms-short = Kirjoita lyhyemmin: enintään 300 merkkiä.
fault-forms-choose-some = Valitse ainakin yksi vaihtoehto.
fault-forms-scale = Valitse numero asteikolta.
fault-forms-place = Valitse sijat luettelosta.
fault-forms-same-place = Kaksi kohtaa sai saman sijan. Anna kukin sija vain kerran.
fault-forms-rank = Anna ainakin tärkeimmälle kohdalle sija 1.
fault-forms-consent = Merkitse ruutuun, että hyväksyt tämän.
