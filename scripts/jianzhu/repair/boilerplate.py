"""Boilerplate: the words of a website around a text, by the form of their lines; none of them is the author's."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Words that a line begins with, whole lines, and words anywhere. Prose has most of them too, so that a line must be short.
_BEGINS = (
    r"(?:首页|主页|首頁|主頁|网站首页|Home)[ \u3000]*(?:[>»›→/|｜·]|--)",
    r"(?:您的?位置|你的位置|您?当前(?:的)?位置|您?現在的位置|你在这里|所在位置)[ \u3000]*[：:>]",
    r"(?:分享(?:到|至|给|本文|文章|按钮)|一键分享|转发到|分享：|分享:)",
    r"(?:上一(?:篇|页|頁|章|条|則|则)|下一(?:篇|页|頁|章|条|則|则))(?:[ \u3000]*[：:|｜<>«»]|文章|[：:]?$)",
    r"(?:返回|回到)(?:首页|首頁|目录|目錄|顶部|頂部|列表|上一页)",
    r"(?:责任编辑|責任編輯|责编|責編|编辑|審核|审核)[ \u3000]*[：:]",
    r"(?:(?:特别|特別|郑重|版权|版權|免责|免責)声?[声聲]明|声明|聲明)[ \u3000]*[：:]",
    r"(?:相关|相關|延伸|推荐|推薦|更多|热门|熱門|精彩)(?:推荐|推薦|阅读|閱讀|文章|新闻|新聞|链接|連結|标签|标籤|精彩|内容|评论|評論|话题)(?:$|[ \u3000]*[：:>»|])",
    r"(?:猜你喜欢|大家都在看|大家还在看|编辑推荐|編輯推薦|今日热点|热搜榜|排行榜$|网友评论|網友評論|发表评论|發表評論|我要评论|写评论|全部评论|最新评论)",
    r"(?:点击|點擊)(?:上方|下方|左下角|右上角|蓝字|阅读|閱讀|查看|展开|展開|这里|此处|关注|加入|進入|进入)",
    r"(?:阅读原文|閱讀原文|展开全文|展開全文|显示全文|查看全文|查看更多|加载更多|收起全文|展开$|收起$)",
    r"(?:扫码|掃碼|扫一扫|掃一掃|扫描(?:下方|上方|左侧|右侧|以下)?二维码|掃描(?:下方)?QR|长按(?:识别|关注|图片|二维码))",
    r"(?:关注我们|關注我們|关注公众号|欢迎关注|微信公众号[：:]|官方微博[：:]|商务合作|投稿邮箱|广告合作|联系我们|聯絡我們|关于我们|關於我們)(?:$|[ \u3000：:|｜/])?",
    r"(?:打印|列印)[ \u3000|｜/]*(?:本页|本頁|字号|关闭|收藏|大|小|分享)|【?字[号體体號][ \u3000]*[：:]?[ \u3000]*(?:[大中小T]|【)|[AT][+-][ \u3000|]*[AT][+-]?",
    r"(?:登录|登錄|登入|注册|註冊)[ \u3000]*[|｜/·][ \u3000]*(?:登录|注册|註冊|首页|首頁)?",
    r"(?:本文来源|文章来源|本文转载自|原文链接|原文地址|原标题|本文链接|永久链接|本文地址)[ \u3000]*[：:]",
    r"(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|按讚)(?:量|数|數|次数|次數)?[ \u3000]*[：:(（][ \u3000]*\d[\d,.万萬wk+]*",
    (
        r"(?:Skip to (?:main )?content|Share (?:this|on|via)\b|Related (?:articles?|posts?|stories|topics)\b|Read (?:more|next)\b|Follow us\b|Sign (?:up|in)\b|Log ?in\b"
        r"|Subscribe\b|Advertisement\b|Privacy (?:Policy|Notice)\b|Terms (?:of|and)\b|Leave a (?:comment|reply)\b|Previous (?:post|article)\b|Next (?:post|article)\b"
        r"|Filed under\b|Posted (?:in|on|by)\b|Tags?:|Accept (?:all )?cookies\b|Manage (?:cookies|preferences)\b|Reject all\b|Print this\b|Most (?:read|popular)\b)"
    ),
)
_WHOLE = (
    r"(?:[^\s>»›]{1,16}[ \u3000]*[>»›][ \u3000]*){2,}[^\s>»›]{1,40}",
    r"(?:(?:微信|微博|新浪微博|腾讯微博|QQ好友|QQ空间|QQ|朋友圈|豆瓣|知乎|人人网|Facebook|Twitter|LINE|Line|WhatsApp|Telegram|WeChat|Weibo|Email|X|复制链接|複製連結|生成海报)[ \u3000,，、|｜/·]*){2,}",
    r"(?:(?:广告|廣告|推广|赞助商?内容|AD|Ad|Advertisement)[ \u3000]*){1,2}",
    r"(?:[ \u3000|｜/·()（）\d]*(?:收藏|点赞|點讚|在看|分享|举报|檢舉|打赏|赞赏|喜欢作者|评论|評論|转发|回复|回覆)){2,}[ \u3000|｜/·()（）\d]*",
    r"\d[\d,.万]*[ \u3000]*(?:阅读|閱讀|评论|評論|浏览|点赞|人看过|次浏览|次阅读|条评论|跟贴|参与).{0,20}",
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[ \u3000|｜]*)(?:来源|來源|作者|编辑|阅读|浏览|字号|分类|评论).{0,60}",
    r".{0,40}(?:发布时间|發布時間|发表时间|更新时间|更新時間|发布日期)[ \u3000]*[：:].{0,60}",
)
_ANYWHERE = (
    r"(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台]|\b)ICP[备證证][ \u3000]?\d*号?[-\d]*",
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备[ \u3000]?\d*号?",
    r"(?:互联网新闻信息服务|网络视听节目|增值电信业务经营|广播电视节目制作经营)许可证",
    r"(?i:copyright[ \u3000]*(?:©|\(c\)|[12]\d{3}))|©[ \u3000]*[12]\d{3}|版权所有|版權所有|(?i:all rights reserved)|著作權所有",
    r"转载请(?:注明|联系|标明)|轉載請(?:註明|注明)|未经(?:本站|本报|书面|许可|授权|允许)[^。]{0,10}(?:不得|禁止|严禁)[^。]{0,4}转载|(?:如有|若有)侵权|侵权[^。]{0,8}删除|仅代表作者(?:本人|个人)?(?:观点|意见)|不代表本[站网刊号]",
    r"扫码关注|長按.{0,4}二維碼|识别二维码|点击阅读原文|本站资源|搜索建议|本文留言|近期讀者推薦|长按(?:识别|复制)",
    r"(?i:(?:we|this (?:web)?site|our (?:web)?site|and our partners) uses? cookies|by continuing to (?:use|browse) (?:this|our) site|cookie (?:policy|settings|preferences))",
    r"(?i:subscribe to our newsletter|sign up for our (?:free )?newsletter|enter your e-?mail)",
)
#: A longer line is prose, in which such words may stand.
_SHORT = 70
_AT_LINES = re.compile(
    rf"^[ \u3000]*(?:(?P<begins>[【\[（(]?(?:{'|'.join(_BEGINS)}))(?=.{{0,{_SHORT}}}$)|(?P<whole>(?:{'|'.join(_WHOLE)}))[ \u3000]*$)",
    re.MULTILINE,
)
_WORDS = re.compile("|".join(_ANYWHERE))


def boilerplate(text: str) -> Iterator[tuple[int, str]]:
    """Where in `text` words of a website begin, and these words."""
    for match in _AT_LINES.finditer(text):
        name = "begins" if match["begins"] is not None else "whole"
        yield match.start(name), match[name]
    for match in _WORDS.finditer(text):
        yield match.start(), match[0]
