"""Rules: the form of a character by its context, where words do not decide it. Most rules are in rules.txt.

The house form is the standard of Taiwan's Ministry of Education as OpenCC's `s2tw` has it: 裡, 臺, 才, 群, 為, 著.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

#: Characters of which OpenCC knows more than one traditional form (its STCharacters 1.4), and those it writes by variant.
AMBIGUOUS = frozenset(
    "鉴僵熏曲淀漓铲链锄针钟钥钻镰饥闲须郁酸适雇雕面采里证谥谷赝赞辟荐荡荫药迹胄背胜胡脏苏苔苹获虫跖腊腌范蒙蚝舍芸蔑蝎表"
    "袅艳藤蜡豆象膻致凄准凌几凶出厂历厘划别刮制千升卜占卤卷参发只台叶叹吁吃合吊同后向吣布帘席冢冬冲呆周哄哗岩岳庵克党具坐坛"
    "坝坯宁它家弥弦回团困复夫夸夹娘娴局咨咸咽啮尝尸尽当录彩唇奸志念干并幸广喂巨征径御借埙堤姜勋噪绷纤烟狸玩确硷私秋种筑筱签"
    "症炼琅矩糊系焰皂穗璇累浚挂挨挽栗核涂涌杆杠杯杰松板沈沾扇才扎托扣极果枪泛注恤恶拐拿游折抵戚捆捍据搜斗斤毁摆旋昆溪愈愿札"
    "术朱朴梁暗棱欲汇柜檗万丑个丰伙了于云仆仇仑价仿俊修余佛佣霉乾着"
)

#: Characters whose simplified form depends on their word, or that OpenCC takes for another.
AMBIGUOUS_FULL = frozenset("著乾瞭藉徵鍾昇甯覆甚麽祇衹妳牠")

#: The form of a character that is a word by itself, where it is not the one that OpenCC takes first.
SINGLE = dict(
    zip(
        "余范岩征霉岳吁于云沈姜咸郁朴谷干钟准个舍涂尸伙千松系里万丰后只签游",
        "余范岩征霉岳吁於雲沈姜鹹郁樸谷幹鐘準個舍塗屍夥千松系裡萬豐後只簽游",
        strict=True,
    )
)

#: Characters that names from other languages are written with; 里, 谷, 干 … among them keep their plain form.
SOUNDS = (
    "阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼毕宾波伯勃博布查茨楚达戴丹当道德登邓狄迪蒂丁杜顿多厄恩尔法凡范菲费芬丰冯佛夫弗福"
    "盖甘冈高戈格葛根古圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰金京喀卡凯坎康考柯科可克肯库夸奎昆拉腊莱赖兰朗劳勒雷里理莉丽"
    "利连列林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密明缪摩莫默姆木穆拿娜纳奈南内尼涅宁牛纽努诺欧帕潘庞佩彭皮珀蒲普"
    "奇齐恰钱乔切琼丘让热日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施石史士舒朔斯司丝松苏孙索塔泰坦汤唐陶特藤提图屯托脱瓦万"
    "旺威韦维魏温文翁沃乌武伍西希锡席夏香肖歇谢辛欣休许雪逊雅亚延扬耶叶伊以易意因英尤于雨约泽扎詹张珍治朱兹祖佐哀滕侬娅"
)
#: Those of them that keep their plain form in such a name.
KEPT = frozenset("里范松克布舍于朱余胡秋托")
#: Those that keep it in any name of a person or place.
NAMED = frozenset("里范余岳干松谷郁")
#: The form of a character in words that OpenCC does not know, where it is another one than OpenCC takes first.
ALWAYS = {"岩": "岩", "霉": "霉", "钟": "鐘"}

#: What stands alone in great number and hardly ever has another form than its usual one.
CERTAIN = dict(zip("了它同向并据家个万于后", "了它同向並據家個萬於後", strict=True))

_NUMBER = "0-9０-９一二两三四五六七八九十百千万亿几数半零〇"
#: What follows 只 where it means “only”.
_AFTER_ONLY = (
    "[是有能会要想需应该可在用做卖为剩差占说限于对给花收凭靠供让允许肯知见当把被将与和跟向从往按以增减跌涨发拿点投吃写讲谈算取选买拍"
    "留住怕求图管顾够得了不没未因此消出打叫称爱懂剩关针就停等谋抓推支提认服属指代表保接考实听围适负使覆达完获比到来去好愿余存"
    "公宣讨研产生招训练涉论述反关照针靠见闻谈转引记作剩缺差换赚赔花限值愿肯敢配够解决依利通经变改设放上下进退升降读学练答问教]"
)
_HONORIFIC = "(?:先生|女士|小姐|太太|夫人|教授|博士|院士|老师|同志|师傅|总(?![是会要体之算结而数额量共计部]))"
_SAYS = "(?:说|表示|认为|指出|告诉|坦言|透露|回忆|强调|解释|称|问道|写道|接受采访|曾任|出生|毕业)"
#: The form of a character as a surname.
SURNAMES = dict(
    zip("余范钟姜沈于涂朴岳谷郁曲云种仇松干台万党", "余范鍾姜沈于涂朴岳谷郁曲雲种仇松干台萬党", strict=True)
)


@dataclass(frozen=True)
class Rule:
    """`form` for the first group of `pattern`; where `alone`, only if no longer word has the character in it."""

    form: str
    pattern: re.Pattern[str]
    alone: bool


def _rules(text: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of rules.txt by the script they lead to."""
    _, *sections = re.split(r"^\[(.+)\]$", text, flags=re.MULTILINE)
    return {
        script: tuple(map(_rule, _lines(rules))) for script, rules in zip(sections[::2], sections[1::2], strict=True)
    }


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _rule(line: str) -> Rule:
    pattern = line[3:].replace("{verb}", _AFTER_ONLY).replace("{number}", _NUMBER)
    return Rule(line[0], re.compile(pattern), line[1] != "!")


RULES = _rules(Path(__file__).with_name("rules.txt").read_text(encoding="utf-8"))

#: A name written by sounds, its parts joined by a point, 约翰·杰里米; a preposition before or behind is not part of it.
NAME = re.compile(rf"(?:(?!于)[{SOUNDS}][{SOUNDS}]*)?(?:[·•‧・][{SOUNDS}A-Za-z.]+(?<![于向]))+")
#: 里 and its like between sounds, where no word has it: 科里森.
_BEHIND = "森斯昂奥约根尼亚奇士茨埃特纳诺德福克兹欧塔卡曼蒙姆米哀娜莎宁恩顿登希夫弗瑟赛哈"
SOUND = re.compile(rf"(?<=[{SOUNDS}])([{''.join(sorted(KEPT))}])(?=[{_BEHIND}])")
#: 里 at the beginning, where it never means “in”.
LEADING = re.compile(rf"(?<![\w])(里)(?=[{SOUNDS}])")
SURNAME = re.compile(
    rf"(?:姓([{''.join(SURNAMES)}])|([{''.join(SURNAMES)}])(?:{_HONORIFIC}|[氏某姓])|(?<![\w])([{''.join(SURNAMES)}])(?=\w{{1,2}}{_SAYS}))"
)
