"""Made-up people, numbers, dates and places; drawn by a seeded generator, none of anybody."""

from datetime import date, timedelta

from meddx_desktop.core.domain.resident_id import check_character

FIRST = [
    "Olivia",
    "Marcus",
    "Priya",
    "Tomasz",
    "Aisha",
    "Gregory",
    "Linh",
    "Fatima",
    "Duncan",
    "Beatriz",
    "Keiko",
    "Samuel",
    "Ingrid",
    "Nadia",
    "Hugo",
    "Wanjiru",
    "Oliver",
    "Margaret",
    "Rosalind",
    "Chidi",
    "Anneliese",
    "Patrick",
    "Yusuf",
    "Leila",
    "Dominic",
    "Helen",
    "Frank",
    "Grace",
    "May",
    "Will",
]
LAST = [
    "Okafor",
    "Lindqvist",
    "Hernandez",
    "O'Connell",
    "Kowalski",
    "MacDonald",
    "Nguyen",
    "Abernathy",
    "Rahman",
    "Petrov",
    "Castellano",
    "Whitfield",
    "Yamamoto",
    "Fitzgerald",
    "Adeyemi",
    "Schneider",
    "Bergstrom",
    "Moreau",
    "Patel-Jones",
    "Delgado",
    "Thornbury",
    "Kaplan",
    "Achebe",
    "Brown",
    "Young",
    "Long",
    "Hill",
    "Woods",
    "Rose",
    "Marsh",
]
HAN_LAST = (
    *tuple(
        "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    ),
    "欧阳",
    "司马",
    "上官",
    "诸葛",
)
HAN_FIRST = tuple(
    "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文晓东海燕春雪佳怡子涵梓轩浩宇欣悦思远博诗雨俊凯雅琴国栋振宁"
)
STREETS = [
    "Maple",
    "Harrow",
    "Station",
    "Kingfisher",
    "Elm",
    "Westbourne",
    "Lakeview",
    "Old",
    "Mill",
    "Chestnut",
    "Church",
    "Rosewood",
]
STREET_ENDS = ("Street Road Avenue Lane Drive Court Close Terrace Blvd ").split()  # noqa: SIM905 - a list reads worse
TOWNS = (
    ("Ashford", "KY 40502"),
    ("Millbrook", "NY 12545"),
    ("Bradfield", "TX 75001"),
    ("Fairmont", "WV 26554"),
    ("Northgate", "CA 94103"),
)
HOSPITALS = (
    "Riverside General Hospital",
    "St. Catherine's Hospital",
    "Lakeshore Medical Center",
    "Mercy Valley Clinic",
    "University Hospital of Bradfield",
    "Harborview Infirmary",
    "Oakwood Family Practice Clinic",
    "Queen Anne Hospital",
    "Westfield Health Centre",
    "Good Samaritan Hospital",
)
HAN_CITIES = (
    ("浙江省杭州市", "西湖区"),
    ("四川省成都市", "武侯区"),
    ("北京市", "海淀区"),
    ("湖南省长沙市", "岳麓区"),
    ("云南省大理州", "漾濞县"),
    ("河南省周口市", "太康县"),
    ("上海市", "浦东新区"),
)
HAN_STREETS = [
    "文三路",
    "人民南路",
    "中关村大街",
    "解放西路",
    "苍山西镇光明村",
    "王集乡张庄村",
    "张杨路",
    "建设街",
]
HAN_HOSPITALS = [
    "杭州市第三人民医院",
    "华西医院",
    "太康县中心医院",
    "湘雅二医院",
    "同济医院",
    "漾濞县苍山西镇卫生院",
    "上海瑞金医院",
    "北京朝阳医院",
    "红旗社区卫生服务中心",
    "大理州人民医院",
    "光明诊所",
    "和平医院",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class World:
    """Draws from one seeded generator."""

    def __init__(self, draw):
        self.draw = draw

    def pick(self, *options):
        return self.draw.choice(options)

    def one(self, options):
        return self.draw.choice(options)

    def digits(self, count):
        return "".join(self.draw.choice("0123456789") for _ in range(count))

    def english(self):
        return self.one(FIRST), self.one(LAST)

    def chinese(self):
        given = "".join(self.draw.sample(HAN_FIRST, self.pick(1, 2, 2)))
        return self.one(HAN_LAST), given

    def day(self, first=1932, last=2024):
        start = date(first, 1, 1)
        return start + timedelta(days=self.draw.randrange((date(last, 12, 28) - start).days))

    def english_date(self, day):
        month, short = MONTHS[day.month - 1], MONTHS[day.month - 1][:3]
        ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
        return self.pick(
            f"{day:%Y-%m-%d}",
            f"{day:%m/%d/%Y}",
            f"{day.month}/{day.day}/{day.year}",
            f"{day:%m/%d/%y}",
            f"{day:%d.%m.%Y}",
            f"{day:%d-%m-%Y}",
            f"{month} {day.day}, {day.year}",
            f"{day.day} {short} {day.year}",
            f"{short} {day.day}, {day.year}",
            f"{day.day}{ending} of {month} {day.year}",
            f"{day:%Y/%m/%d}",
            f"{day.day}-{short}-{day.year}",
            f"{month} {day.day}{ending}",
            f"{month} {day.year}",
            f"{day:%d-%b-%y}",
            f"{day:%Y%m%d}",
        )

    def chinese_date(self, day):
        han = "〇一二三四五六七八九"
        year = "".join(han[int(d)] for d in str(day.year))
        tens = {1: "十", 2: "二十", 3: "三十"}

        def number(n):
            return tens.get(n // 10, "") + (han[n % 10] if n % 10 else "")

        return self.pick(
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y-%m-%d}",
            f"{day.year}.{day.month}.{day.day}",
            f"{day:%Y/%m/%d}",
            f"{day.month}月{day.day}日",
            f"{day.year}年{day.month}月",
            f"{day:%Y%m%d}",
            f"{year}年{number(day.month)}月{number(day.day)}日",
            f"{day.year} 年 {day.month} 月 {day.day} 日",
            f"{day.year}-{day.month}-{day.day}",
        )

    def resident_id(self, day):
        head = self.pick("110108", "330106", "430104", "411627") + f"{day:%Y%m%d}" + self.digits(3)
        number = head + check_character(head)
        return self.pick(
            number, number, number.lower(), f"{number[:6]} {number[6:14]} {number[14:]}"
        )

    def english_phone(self):
        a, b, c = (
            self.pick("2", "4", "6", "7", "9") + self.digits(2),
            self.digits(3),
            self.digits(4),
        )
        return self.pick(
            f"({a}) {b}-{c}",
            f"{a}-{b}-{c}",
            f"+1 {a} {b} {c}",
            f"{a}.{b}.{c}",
            f"1-{a}-{b}-{c}",
            f"+44 7{self.digits(3)} {self.digits(6)}",
            f"0{self.digits(3)} {self.digits(3)} {self.digits(4)}",
            f"({a}) {b}-{c} x{self.digits(3)}",
        )

    def chinese_phone(self):
        mobile = f"1{self.pick('3', '5', '7', '8', '9')}{self.digits(9)}"
        return self.pick(
            mobile,
            mobile,
            f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}",
            f"{mobile[:3]}-{mobile[3:7]}-{mobile[7:]}",
            f"+86 {mobile}",
            f"0571-8{self.digits(7)}",
            f"010-6{self.digits(7)}",
            f"(0731)8{self.digits(7)}",
            "".join(chr(ord(c) + 0xFEE0) for c in mobile),
        )

    def email(self, name):
        user = "".join(c for c in name.lower() if c.isascii() and c.isalpha()) or "user"
        where = self.pick("mail.example.com", "qq.com", "clinic.example.org", "163.com")
        return f"{user}{self.digits(2)}@{where}"

    def english_address(self):
        town, code = self.one(TOWNS)
        street = f"{self.draw.randrange(1, 9999)} {self.one(STREETS)} {self.one(STREET_ENDS)}"
        return self.pick(
            f"{street}, {town}, {code}",
            f"{street}, Apt {self.digits(2)}, {town}, {code}",
            street,
            f"Flat 3, {street}",
            f"P.O. Box {self.digits(4)}, {town}, {code}",
        )

    def chinese_address(self):
        (city, county), street = self.one(HAN_CITIES), self.one(HAN_STREETS)
        number = self.pick(
            f"{self.draw.randrange(1, 300)}号",
            f"{self.draw.randrange(1, 99)}号3幢2单元502室",
            "",
            "第三组",
        )
        return f"{city}{county}{street}{number}"
