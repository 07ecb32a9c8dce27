"""Chinese notes: admission records, outpatient notes, nursing notes, referrals, reports."""

from tests.synthetic_notes.build import Note
from tests.synthetic_notes.people import HAN_HOSPITALS

COMPLAINTS = (
    "咳嗽咳痰3天",
    "胸闷气促1周",
    "反复上腹痛2月",
    "头晕2小时",
    "发热伴咽痛2天",
    "双下肢水肿半月",
    "腰痛1年，加重3天",
)
STAYS = (
    "BP 120/80mmHg",
    "血压138/92mmHg",
    "P 72次/分",
    "T 36.5℃",
    "SpO2 97%",
    "R 18次/分",
    "WBC 12.5×10^9/L",
    "Hb 132g/L",
    "血钾4.2mmol/L",
    "肌酐88μmol/L",
    "二甲双胍0.5g 每日2次",
    "阿莫西林0.5g tid，共7天",
    "J18.9",
    "I10",
    "肌力5级",
    "疼痛评分7/10",
    "L4/5椎间盘",
    "EF 55-60%",
    "半片",
    "每日2-3次",
    "10×10cm",
    "体重72.5kg",
    "67岁",
    "糖化血红蛋白7.2%",
    "INR 2-3",
    "帕金森病",
    "墨菲征阴性",
    "高血压3级",
    "白细胞升高",
    "乙肝五项",
    "吸烟40年",
    "2周后复诊",
    "维生素B12 1000μg",
    "双肺呼吸音清",
    "左侧胸腔积液",
    "于本院复查",
    "时有咳嗽",
    "平素体健",
    "否认高血压",
    "石膏固定",
    "方向可疑",
    "全身皮肤黏膜无黄染",
    "安静状态",
    "明显好转",
    "余未见异常",
    "低盐饮食",
    "建议上级医院就诊",
    "我院门诊",
    "主任医师查房",
    "请内科医生会诊",
)


def note(world):
    """One note."""
    surname, given = world.chinese()
    staff = "".join(world.chinese())
    made = Note("zh", (f"{surname}{given}",), (staff,))
    world.pick(_admission, _outpatient, _nursing, _referral, _report)(
        made, world, (surname, given), staff
    )
    return made


def _stay(made, world, count=2):
    for place in range(count):
        made.keep(world.one(STAYS)).add("。" if place == count - 1 else "，")


def _colon(world):
    return world.pick("：", ":", "： ")


def _admission(made, world, who, staff):
    name = "".join(who)
    born = world.day(1932, 2015)
    gap = world.pick("\n", "  ", "    ")
    made.add("入院记录\n姓名" + _colon(world)).put(
        "name", world.pick(name, name, f"{who[0]} {who[1]}"), known=True
    )
    made.add(
        gap
        + "性别："
        + world.pick("男", "女")
        + gap
        + "年龄：56岁"
        + gap
        + "民族：汉"
        + gap
        + world.pick("住院号", "病案号", "住院号码")
    )
    made.add(_colon(world)).put(
        "record_number", world.pick(world.digits(8), "ZY" + world.digits(8))
    )
    made.add(gap + world.pick("身份证号", "身份证号码", "公民身份号码") + _colon(world)).put(
        "resident_id", world.resident_id(born)
    )
    made.add(gap + world.pick("家庭住址", "现住址", "地址", "联系地址") + _colon(world)).put(
        "address", world.chinese_address()
    )
    made.add(gap + world.pick("电话", "联系电话", "手机", "联系方式") + _colon(world)).put(
        "phone", world.chinese_phone()
    )
    if world.pick(True, False):
        made.add(
            gap + world.pick("医保卡号", "社保卡号", "医保号", "社会保障号") + _colon(world)
        ).put("insurance", world.pick("", "A", "YB") + world.digits(9))
    made.add("\n入院日期：").put("date", world.chinese_date(world.day(2015))).add(
        "\n主诉：" + world.one(COMPLAINTS) + "。\n现病史：患者"
    )
    made.put("name", name, known=True).add("，于").put(
        "date", world.chinese_date(world.day(2018))
    ).add("出现" + world.one(COMPLAINTS) + "。")
    _stay(made, world, 3)
    made.add("曾就诊于").put("organisation", world.one(HAN_HOSPITALS)).add("。\n")
    made.add(world.pick("主治医师：", "住院医师：", "医师签名：", "记录者：")).put(
        "name", staff, known=True
    ).add("\n")


def _outpatient(made, world, who, staff):
    name = "".join(who)
    made.put("name", name, known=True).add(
        world.pick("，男，56岁", " 女 34岁", "，女，7岁") + "。" + world.one(COMPLAINTS) + "。"
    )
    _stay(made, world, 3)
    made.add("其" + world.pick("子", "女", "妻", "母", "夫")).put(
        "name", "".join(world.chinese())
    ).add("陪同，电话").put("phone", world.chinese_phone()).add("。")
    _stay(made, world, 2)
    made.add("预约").put("date", world.chinese_date(world.day(2020))).add("复诊。微信号：").put(
        "record_number", "wx" + world.digits(6)
    ).add("\n接诊医生：").put("name", staff, known=True).add("\n")


def _nursing(made, world, who, staff):
    surname = who[0]
    made.put("date", world.chinese_date(world.day(2015))).add(" 08:00 ").put(
        "name", surname + world.pick("先生", "女士"), known=True
    ).add("神志清，")
    _stay(made, world, 3)
    made.put("name", "".join(who), known=True).add("诉伤口疼痛，已报告").put(
        "name", "".join(world.chinese())
    ).add("医生。")
    _stay(made, world, 2)
    made.add("护士签名：").put("name", staff, known=True).add(" 审核者：").put(
        "name", "".join(world.chinese())
    ).add("\n")


def _referral(made, world, who, staff):
    name = "".join(who)
    old = world.pick(
        f"{world.draw.randrange(90, 104)}岁", f"{world.draw.randrange(90, 104)} 岁", "九十二岁"
    )
    made.add("双向转诊单\n患者姓名：").put("name", name, known=True).add("，").put("age", old).add(
        "，护照号："
    ).put("passport", world.pick("E", "G") + world.digits(8))
    made.add("，现住").put("address", world.chinese_address()).add(
        "。因" + world.one(COMPLAINTS) + "，于"
    ).put("date", world.chinese_date(world.day(2018))).add("在")
    made.put("organisation", world.one(HAN_HOSPITALS)).add("就诊，现转往").put(
        "organisation", world.one(HAN_HOSPITALS)
    ).add("。")
    _stay(made, world, 3)
    made.add("联系人：").put("name", "".join(world.chinese())).add("，电话：").put(
        "phone", world.chinese_phone()
    ).add("，邮箱：").put("email", world.email("zhang"))
    made.add("\n转诊医生：").put("name", staff, known=True).add("\n").put(
        "date", world.chinese_date(world.day(2018))
    ).add("\n")


def _report(made, world, who, staff):
    name = "".join(who)
    made.put("organisation", world.one(HAN_HOSPITALS)).add("\n影像学报告\n姓名：").put(
        "name", name, known=True
    ).add("  检查号：").put("record_number", world.pick("CT", "DR", "") + world.digits(8))
    made.add("  门诊号：").put("record_number", world.digits(10)).add("  检查日期：").put(
        "date", f"{world.day(2015):%Y-%m-%d}"
    ).add("\n影像所见：")
    _stay(made, world, 4)
    made.add("\n报告医师：").put("name", staff, known=True).add("  审核医师：").put(
        "name", "".join(world.chinese())
    ).add("  报告日期：").put("date", world.chinese_date(world.day(2015)))
    made.add("\n查询网址：").put(
        "url", f"http://report.{world.pick('hospital', 'yiyuan')}.example.cn/q/{world.digits(6)}"
    ).add("\n")
