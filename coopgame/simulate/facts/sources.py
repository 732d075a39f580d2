"""Where the claims of the facts were read: author and year, or the press, with an address."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Source:
    """One source of a claim."""

    key: str
    name: str
    """Author and year, or where in the press it stood."""
    link: str


_DOI: Final = "https://doi.org/"

_LITERATURE: Final = (
    ("ACT15", "Verhees, Sergaki and van Dijk 2015",
     "https://ru.scribd.com/document/428144625/Building-up-active-membership-in-cooperatives"),
    ("BAR12", "Barraud-Didier, Henninger and El Akremi 2012",
     "https://halshs.archives-ouvertes.fr/halshs-00695926"),
    ("BAV", "study of raw-milk markets in Bavaria", "http://ageconsearch.umn.edu/record/260911"),
    ("BIJ-KSF", "Bijman, key success factors of Dutch co-operatives",
     "https://pdfslide.us/documents/agricultural-cooperatives-in-the-netherlands-key-paper-argues-that-the-ongoing.html"),
    ("CG16", "Cason and Gangadharan 2016", _DOI + "10.1177/0951629814539199"),
    ("COOK18", "Cook 2018", _DOI + "10.3390/su10051586"),
    ("CRA67", "Cramer 1967",
     "https://studylib.net/doc/10759481/in-agricultural-economics-for-the-presented-on--degree-"),
    ("DENG20", "Deng, Hendrikse and Liang 2020", _DOI + "10.1007/s00191-020-00690-8"),
    ("DH19", "De Herde, Maréchal and Baret 2019", _DOI + "10.3390/su11164405"),
    ("DH20", "De Herde, Baret and Maréchal 2020", _DOI + "10.3389/fsufs.2020.584542"),
    ("DH22", "De Herde and others 2022",
     "https://sytra.be/publication/contextualized-cooperative-dynamics/"),
    ("FA93", "Fulton and Adamowicz 1993", "https://docslib.org/doc/5403475/"),
    ("FG15", "Fulton and Girard 2015",
     "https://docslib.org/doc/7313238/demutualization-of-co-operatives-and-mutuals"),
    ("GFS16", "Giannakas, Fulton and Sesmero 2016",
     "https://agecon.unl.edu/cornhusker-economics/2016/property-rights-issues-cooperatives"),
    ("HAN13", "Hanisch, Rommel and Müller 2013", _DOI + "10.1515/jafio-2013-0015"),
    ("HING", "Hingley and Lindgreen, living with power imbalance",
     "http://devguis.com/chapter-3-living-with-power-imbalance-in-the-food-supply-chain-delivering-performance-in-food-supply-chains.html"),
    ("HR20", "study of Sweden’s largest agricultural co-operatives 2020",
     _DOI + "10.3390/su12219073"),
    ("ILIO14", "Iliopoulos 2014", _DOI + "10.5553/DQ/221199812014002004004"),
    ("LF04", "Lang and Fulton 2004", "https://docslib.org/doc/7651803/"),
    ("LUND", "Lund, dividends in the co-op", "https://www.themintmagazine.com/dividends-in-the-co-op/"),
    ("MEL10", "Meliá, Juliá and Martínez 2010", "https://studylib.es/doc/4460440/"),
    ("MEL15", "Meliá-Martí and Martínez-García 2015", _DOI + "10.1111/apce.12083"),
    ("MEL21", "Meliá-Martí and others 2021", _DOI + "10.3390/agriculture11111173"),
    ("MUL17", "Müller and others 2017", _DOI + "10.1080/13504851.2017.1346358"),
    ("NKN09", "Nilsson, Kihlén and Norell 2009",
     "https://vdocument.in/are-traditional-cooperatives-an-endangered-species-nilsson-a-anna-kihlnb-published.html"),
    ("NSS12", "Nilsson, Svendsen and Svendsen 2012", _DOI + "10.1002/agr.21285"),
    ("ON09", "Österberg and Nilsson 2009", _DOI + "10.1002/agr.20200"),
    ("OWG92", "Ostrom, Walker and Gardner 1992", _DOI + "10.2307/1964229"),
    ("PRIM", "Pachoud and others 2020", _DOI + "10.3390/su12114596"),
    ("QUAL", "study of speciality products in co-operatives",
     "http://ageconsearch.umn.edu/record/22190"),
    ("REYN97", "Reynolds 1997", "https://ageconsearch.umn.edu/record/280001"),
    ("SC11", "Saïsset and Cheriet 2011",
     "https://pdfslide.us/documents/working-paper-umr-moisa.html"),
    ("SFC12", "Bijman and others 2012",
     "https://pig333.com/latest_swine_news/eu-cooperatives-help-farmers-to-capture-more-value-added-in-food-chain_6913"),
    ("SRUC10", "study of trust in European agri-food chains 2010",
     "https://pure.sruc.ac.uk/en/publications/trust-and-relationships-in-selected-european-agri-food-chains"),
    ("VDH09", "Van der Hallen 2009", "https://econpapers.repec.org/paper/hvawpssce/0902.htm"),
    ("VOTE", "study of voting rights in a large Swedish dairy",
     "https://ageconsearch.umn.edu/record/346736"),
)  # fmt: skip

_PRESS: Final = (
    ("AGRI1", "https://www.lafranceagricole.fr/sans-frontieres/belgique-faire-cooperer-agriculteurs-et-consommateurs-1,0,437318760.html"),
    ("AH21b", "https://retaildetail.be/fr/?p=50581"),
    ("ARCA", "https://thegrocer.co.uk/news/how-the-proposed-marriage-of-two-dairy-giants-collapsed/101746.article"),
    ("BELO3", "http://www.gva.be/cnt/blruy_02866108/telers-overhandigen-petitie-aan-bestuur-belorta"),
    ("BIOM1", "https://www.rtbf.be/vivacite/emissions/detail_quoi-de-neuf/accueil/article_le-lait-bio-100-belge-biomilk-be-arrive-dans-les-delhaize?id=9937118&programId=11530"),
    ("BONI", "http://www.boerderij.nl/Rundveehouderij/Nieuws/2018/2/Melkafnemers-laten-Belgische-boeren-zitten-247318E/"),
    ("CBL22", "https://www.lalibre.be/economie/entreprises-startup/2023/06/09/45-de-vaches-en-moins-mais-40-de-lait-en-plus-en-belgique-RBYEWNQ3QRGNLGMLZKPBAZU7XA/"),
    ("CDP", "https://collegedesproducteurs.be/filieres-agricoles/bovins-laitiers/?sf_paged=2"),
    ("CHE", "http://wordscope.be/francais/neerlandais/fermeture.html"),
    ("COBT1", "https://www.lecho.be/entreprises/alimentation-boisson/La-sucrerie-cooperative-de-Seneffe-ne-verra-pas-le-jour/10273460?lang=fr"),
    ("COBT2", "https://www.lalibre.be/regions/hainaut/coup-de-tonnerre-a-seneffe-le-projet-de-sucrerie-est-abandonne-5fe1e5697b50a652f704163e"),
    ("COLR", "https://retaildetail.be/fr/news/food/colruyt-propose-un-prix-du-lait-fixe-pendant-cinq-ans-aux-producteurs-laitiers"),
    ("COLR2", "https://www.sillonbelge.be/4015/article/2019-04-01/colruyt-et-inex-le-projet-en-faveur-dun-prix-fixe-pour-le-lait-est-lance"),
    ("EMB19", "http://www.europeanmilkboard.org/fr/newsletter/francais/bulletin-juin-2019.html"),
    ("EVEN", "https://paysan-breton.fr/2015/06/even-et-larmoricaine-laitiere-fusionnent"),
    ("FAIR1", "http://www.lalibre.be/economie/libre-entreprise/fairebel-l-enjeu-d-un-lait-equitable-dans-un-secteur-en-crise-5a310d85cd70b488fb2bb880"),
    ("FAIR4", "https://trends.levif.be/economie/entreprises/la-cooperative-faircoop-fairebel-connait-un-nouvel-elan/article-normal-1442831.html"),
    ("FC443", "https://www.web-agri.fr/archives/article/819977/frieslandcampina-debarque-443-producteurs-belges"),
    ("GFA1", "https://gfactueel.nl/?p=46602"),
    ("GFA2", "https://gfactueel.nl/?p=46602"),
    ("HASP", "https://trends.knack.be/economie/magazine/door-de-zure-appel-heen/article-normal-1222007.html"),
    ("LDA1", "https://www.sillonbelge.be/8350/article/2021-12-01/une-unite-de-production-de-mozzarella-fraichement-inauguree-baudour-par-le"),
    ("LDA3", "https://www.web-agri.fr/archives/article/821877/solarec-un-debouche-qui-se-ferme-pour-les-francais"),
    ("LDA4", "https://www.web-agri.fr/cooperative-laitiere/article/820365/pas-de-gestion-de-volumes-en-belgique"),
    ("MHC1", "https://wagralim.be/valorisation-du-projet-laitherbe-creation-dune-cooperative"),
    ("MIL1", "https://www.landbouwleven.be/node/30801"),
    ("MIL3", "https://www.tijd.be/ondernemen/voeding-drank/Milcobel-verliest-honderden-boeren-aan-concurrentie/10326679"),
    ("MIL4", "https://reussir.fr/lait/en-belgique-plus-de-10-des-eleveurs-ont-change-de-laiterie"),
    ("MIL5", "http://www.vilt.be/eddy-de-muelenaere---ceo-milcobel---mijn-job-is-geslaagd-als-het-er-niet-meer-toe-doet-of-milcobel-zelfstandig-is"),
    ("MIL6", "https://melkveebedrijf.be/milcobel-zet-cooperatie-in-de-schijnwerpers/"),
    ("MILFC3", "https://www.retaildetail.be/fr/news/food/feu-vert-pour-la-fusion-entre-frieslandcampina-et-milcobel"),
    ("MLA", "https://www.lafranceagricole.fr/prix-du-lait/article/760201/un-lait-100-ardennais-et-rmunrateur"),
    ("MON", "https://www.eldiario.es/euskadi/ulma-orona-salen-mondragon-sonoro-portazo-70-socios-dejan-cojo-gigante-cooperativismo_1_9799363.html"),
    ("OLYM", "https://www.sillonbelge.be/node/29225"),
    ("SWP", "http://www.lacoop.coop/cooperateur/chroniques/pause-pensee/2005/03_eng.asp"),
    ("TERRA1", "https://reussir.fr/chevre/le-glac-fusionne-ses-cooperatives-dans-terra-lacta"),
    ("TERRA2", "https://www.agrodistribution.fr/actualites/amp/article/808999/terra-lacta-trouve-le-salut-dans-le-prive"),
    ("TERRA3", "http://recma.org/actualite/cooperation-agricole-terra-lacta-officialise-son-union-avec-bongrain.html"),
    ("WAL3", "https://www.lebensmittelverarbeitung-online.de/branchennews/egm-walhorn-und-arla-foods-fusionieren"),
    ("WAL4", "https://moproweb.de/news/moproweb-hersteller-news/arla-foods-walhorn-lactalis-gegen-fusion-147144566-2"),
    ("WAL6", "https://topagrar.com/rind/news/lactalis-bekommt-keine-milch-9417440.html"),
    ("WAL7", "https://www.lattenews.it/arla-foods-cede-la-propria-quota-di-walhorn-ag/"),
)  # fmt: skip


def _press(key: str, link: str) -> Source:
    return Source(key, f"press, {urlsplit(link).hostname}".replace("www.", ""), link)


SOURCES: Final = {
    **{key: Source(key, name, link) for key, name, link in _LITERATURE},
    **{key: _press(key, link) for key, link in _PRESS},
}
"""Every source that a fact names, by its key."""
