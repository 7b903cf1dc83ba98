import gzip
import json
from pathlib import Path

import pytest

from communique.ingest.language import foreign_language

SHARED = Path(__file__).resolve().parents[3] / "shared"

# ruff: noqa: E501 (a sentence a line)
FOREIGN = {
    "Vietnamese": "Bộ trưởng đã gặp đại sứ tại Hà Nội và nhấn mạnh rằng hai nước sẽ tăng cường hợp tác trong những năm tới.",
    "French": "Le ministre a reçu l'ambassadeur à Paris et les deux parties ont discuté de la coopération dans la région.",
    "Spanish": "El ministro se reunió con el embajador en Lima y los dos países firmaron un acuerdo sobre el comercio.",
    "Portuguese": "O ministro recebeu o embaixador em Lisboa e os dois países assinaram um acordo para a cooperação.",
    "Italian": "Il ministro ha ricevuto l'ambasciatore a Roma e i due Paesi hanno discusso della cooperazione nel settore.",
    "German": "Der Minister hat den Botschafter in Berlin empfangen und mit ihm über die Zusammenarbeit gesprochen.",
    "Dutch": "De minister heeft de ambassadeur in Den Haag ontvangen en met hem over de samenwerking gesproken.",
    "Indonesian or Malay": "Menteri bertemu dengan duta besar di Jakarta dan kedua negara akan meningkatkan kerja sama untuk rakyat.",
    "Filipino": "Nakipagkita ang kalihim sa embahador ng Japan sa Maynila upang pag-usapan ang mga proyekto ng dalawang bansa.",
    "Swahili": "Waziri amekutana na balozi wa Japani katika ofisi yake na kusema kuwa nchi hizo zitashirikiana kwa ajili ya amani.",
    "Turkish": "Bakan, büyükelçi ile Ankara'da bir araya geldi ve iki ülke arasında ticaret için yeni bir anlaşma olduğunu söyledi.",
    "Polish": "Minister spotkał się z ambasadorem w Warszawie i powiedział, że oba kraje są gotowe do współpracy oraz nie tylko.",
    "Czech": "Ministr se sešel s velvyslancem v Praze a řekl, že obě země jsou připraveny také ke spolupráci při obraně.",
    "Romanian": "Ministrul s-a întâlnit cu ambasadorul și a spus că cele două țări sunt pregătite pentru cooperare din nou.",
    "Hungarian": "A miniszter fogadta a nagykövetet, és azt mondta, hogy a két ország között nem csak a kereskedelem fontos.",
    "Swedish": "Ministern träffade ambassadören i Stockholm och sade att länderna ska samarbeta mer för fred och handel.",
    "Finnish": "Ministeri tapasi suurlähettilään Helsingissä ja sanoi, että maat ovat valmiita yhteistyöhön sekä kauppaan.",
    "Russian": "Министр встретился с послом в Москве и заявил, что две страны готовы к сотрудничеству.",
    "Chinese": "外交部长在北京会见了大使，双方就合作交换了意见。",
    "Japanese": "外務大臣は東京で大使と会談し、両国の協力について意見を交換した。",
    "Korean": "외교부 장관은 서울에서 대사를 만나 양국 협력에 대해 논의했다.",
    "Khmer": "រដ្ឋមន្ត្រីបានជួបជាមួយឯកអគ្គរដ្ឋទូតនៅភ្នំពេញ។",
    "Lao": "ລັດຖະມົນຕີໄດ້ພົບປະກັບເອກອັກຄະລັດຖະທູດທີ່ວຽງຈັນ",
    "Thai": "รัฐมนตรีพบกับเอกอัครราชทูตที่กรุงเทพฯ",
    "Arabic": "التقى الوزير بالسفير في القاهرة وبحثا التعاون بين البلدين",
}


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_another_language_is_named(language: str, text: str) -> None:
    named = foreign_language(text)
    assert named is not None and named.startswith(language)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Thu Hà met Trần Văn Đức in Thừa Thiên-Huế and Phạm Minh Khôi in Đà Nẵng.",
        "Prime Minister Lê Văn An received Ambassador Đỗ Hữu Phước.",
        "Luiz da Silva e Costa met the Governor of Rio de Janeiro and the Mayor of São Paulo.",
        "Sheikh Al-Maktoum and El-Shennawy met in Dar es Salaam.",
        "Minister meets envoy",
        "MINISTER MEETS ENVOY OF THE REPUBLIC IN HANOI",
        "12 May 2026",
        "Guests: Lê Văn An, Trần Thị Bình, Phạm Cường, Đỗ Dũng, Hoàng Em, Vũ Giang, Bùi Hà, Đặng Khoa, Ngô Lan",
        "The Minister quoted a proverb: “Một cây làm chẳng nên non, ba cây chụm lại nên hòn núi cao.”",
        "- State Senator Ann Lee (D)\n- State Senator Bo Chan (D)\n- Speaker Cy Diaz (R)\n" * 12,
        "",
        "12345 !!! ???",
    ],
)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert foreign_language(text) is None


def test_a_language_that_is_not_listed_is_still_not_english() -> None:
    text = "Cyfarfu'r gweinidog â'r llysgennad yng Nghaerdydd ddoe i drafod masnach rhwng gwledydd. " * 5
    assert foreign_language(text) == "a language other than English"


def test_english_with_a_foreign_paragraph_is_english() -> None:
    english = "The Minister met the ambassador in Hanoi and said that the two sides would work together on trade. "
    assert foreign_language(english * 2 + FOREIGN["Vietnamese"]) is None


@pytest.mark.slow
def test_no_report_of_the_corpus_is_refused() -> None:
    corpus = SHARED / "corpus" / "white-house.jsonl.gz"
    if not corpus.exists():
        pytest.skip("the shared corpus is not here")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        refused = [record["id"] for record in map(json.loads, lines) if foreign_language(record["text"])]
    assert refused == []


def test_no_annotated_report_is_refused() -> None:
    texts = sorted((SHARED / "gold" / "texts").glob("*.txt"))
    if not texts:
        pytest.skip("the shared annotated reports are not here")
    assert [path.name for path in texts if foreign_language(path.read_text(encoding="utf-8"))] == []
