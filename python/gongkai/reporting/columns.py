# SPDX-License-Identifier: Apache-2.0
"""The columns of an office's registers: of requests, of cases of remedy, of published items, and of figures from elsewhere.

A register of requests is the same file that `gongkai due` reads, with columns for who asked and what came of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Optional

from .._core import Clock, Form, RegisterKind
from ..register import columns_of
from ..sheets import Column, Kind, Mapped, Rule, Wanted
from .words import ListedColumn

__all__ = ["HEADING", "LEDGER", "PENDING", "SERIALS", "WITHDRAWN", "kinds", "outcome_column"]

PENDING, WITHDRAWN = "pending", "withdrawn"  # words of the outcome that are none
SERIALS = ("序号", "流水号", "no.", "no")  # headings of numbers that begin anew on every sheet
HEADING = "heading: "  # before a group of outcomes
LEDGER = "ledger: "  # before what came of a remedy and is counted nowhere

OUTCOMES = {
    "granted": ("公开", "同意", "全部公开", "已公开", "予以提供", "提供"),
    "partially_granted": ("部分同意", "区分处理", "部分予以公开"),
    "denied_internal_affairs": ("内部事务信息", "三类内部事务信息", "内部管理信息"),
    "denied_process": ("过程性信息", "四类过程性信息"),
    "denied_enforcement_file": ("行政执法案卷", "行政执法案卷信息", "执法案卷"),
    "denied_administrative_query": ("行政查询", "行政查询事项"),
    "unable_not_held": ("不存在", "不掌握", "本机关不掌握", "不掌握相关政府信息", "未制作或者未获取"),
    "unable_needs_creation": ("需要另行制作", "另行制作", "需加工分析"),
    "unable_still_unclear": ("补正后仍不明确", "申请内容仍不明确"),
    "not_processed_petition": ("信访", "信访类", "信访投诉举报", "信访、投诉、举报类申请", "信访投诉类申请"),
    "not_processed_repeat": ("重复", "重复提出申请"),
    "not_processed_publication": ("公开出版物",),
    "not_processed_excessive": ("大量反复申请",),
    "not_processed_reconfirm": ("重新出具已获取信息", "确认或重新出具已获取信息"),
    "other_correction_overdue": ("逾期不补正", "逾期未补正", "无正当理由逾期不补正", "申请人逾期不补正", "视为放弃申请（逾期不补正）"),
    "other_fee_overdue": ("逾期不缴费", "逾期未缴费", "逾期未缴纳费用", "申请人逾期不缴费"),
    "other_misc": ("党务信息", "不属于政府信息", "非政府信息"),
}  # fmt: skip
NO_OUTCOME = {
    PENDING: ("办理中", "未办结", "尚未办结", "待办", "待答复", "未答复", "结转", "结转下年度", "结转下年度继续办理", "结转下年度办理"),
    WITHDRAWN: ("撤回", "撤回申请", "申请人撤回", "申请人撤回申请", "主动撤回", "撤销申请"),
}
TYPES = {
    "natural_person": ("公民", "个人", "居民", "村民"),
    "commercial_enterprise": ("企业", "公司", "企业法人"),
    "research_institution": ("科研院所",),
    "public_welfare_org": ("公益组织", "社会公益团体"),
    "legal_service_org": ("律师事务所", "律所", "法律服务所"),
    "other_org": ("其他组织", "其他法人", "其他法人或其他组织"),
}
RESULTS = {
    "upheld": ("驳回复议请求", "驳回行政复议请求"),
    "pending": ("未审结", "审理中", "在审", "未结"),
}
LEDGER_RESULTS = ("驳回起诉", "驳回复议申请", "驳回行政复议申请")
CLASSES: Mapping[str, tuple[str, ...]] = {"class_activities": ("工作动态", "动态信息")}
KINDS = {
    "rules": ("政府规章", "部门规章"),
    "normative_document": ("规范性文件",),
    "office_rule": ("制度", "内部制度"),
    "news": ("动态", "工作动态", "新闻", "业务动态"),
    "interpretation": ("解读",),
    "clarification": ("澄清",),
    "guide": ("指南", "公开指南"),
    "annual_report": ("年报", "年度报告", "公开年报"),
    "document": ("公文", "政策文件", "一般文件"),
}
CHANNELS = {
    "website": ("网站", "门户网站", "政府门户网站", "官网", "网上"),
    "gazette": ("公报",),
    "new_media": ("微信", "微博", "微信公众号", "公众号", "微博微信", "政务新媒体", "新媒体"),
    "notice_board": ("公示栏", "公告栏", "公开栏", "电子屏", "宣传栏"),
    "print_media": ("报纸", "报刊"),
    "broadcast": ("广播", "电视"),
    "service_centre": ("便民服务中心", "政务大厅", "服务大厅"),
    "archive": ("档案馆",),
    "library": ("图书馆",),
}


def _day(name: str, zh: str, *also: str) -> Column:
    return Column(name, zh, Kind.DAY, also)


def _has_row(form: Form, row: str) -> bool:
    return any(each.id == row for table in form.tables if table.id == "requests" for each in table.rows)


def _which(group: str, members: str) -> Rule:
    return Rule(f"{group} is a heading of the form; one of {members}", f"“{group}”是大类，请写明：{members}")


def outcome_column(clock: Clock, form: Optional[Form] = None) -> ListedColumn:
    """What came of a request. A heading of the form alone is read as `HEADING` and its code: another column may say more."""
    book = clock.rulebook
    groups = {member.code.token: member.label.zh for member in book.taxonomy("outcome_group").members}
    leaves: dict[str, list[str]] = {}
    for member in book.taxonomy("outcome").members:
        leaves.setdefault(groups.get(member.group.token, "") if member.group else "", []).append(member.label.zh)
    headings = {HEADING + code: (label,) for code, label in groups.items() if len(leaves[label]) > 1}
    more = {**OUTCOMES, **NO_OUTCOME, **headings}
    if form is not None and not _has_row(form, "other_misc"):  # the form of 2019 does not part 其他处理
        more["other_misc"] = (*more["other_misc"], *more.pop(HEADING + "other"))
    return ListedColumn.of(
        "outcome", "办理结果", book, "outcome",
        ("答复结果", "答复类型", "答复类别", "处理结果", "处理类型", "办理结果类型", "答复情况", "决定类型", "办理情况", "处理情况"), more=more,
        groups=("本年度办理结果", "办理结果"), several=True,
        hints={group: _which(group, "、".join(words)) for group, words in leaves.items() if len(words) > 1},
    )  # fmt: skip


def _requests(clock: Clock, form: Optional[Form]) -> list[Column]:
    book = clock.rulebook
    self_employed = clock.options.get("self_employed")
    types = {code: (*words, *(("个体工商户", "个体户") if code == self_employed else ())) for code, words in TYPES.items()}
    organisations = "商业企业、科研机构、社会公益组织、法律服务机构、其他"
    # Where an office has no other day of receipt, the one on which it took the request up.
    columns = [replace(each, also=(*each.also, "登记日期", "受理日期")) if each.name == "received" else each for each in columns_of(clock)]
    return [
        *columns,
        Column("applicant", "申请人", also=("申请人姓名", "申请人名称", "申请人姓名或名称", "姓名", "姓名或名称")),
        ListedColumn.of(
            "applicant_type", "申请人类型", book, "applicant_type", ("申请人类别", "申请人性质", "申请人身份", "申请主体类型", "申请主体", "申请人情况类型", "申请人情况类别", "申请人情况性质"),
            more=types, groups=("法人或者其他组织", "法人和其他组织"),
            hints={word: _which(word, organisations) for word in ("法人", "单位", "组织", "法人或其他组织", "法人或者其他组织")},
        ),
        Column("letter", "来信编号", also=("信函编号", "申请表编号")),
        Column("title", "申请内容", also=("申请公开内容", "申请事项", "申请信息", "信息名称", "所需政府信息", "申请公开的政府信息", "内容描述")),
        outcome_column(clock, form),
        Column("detail", "具体情形", also=("具体类型", "结果细项", "不予公开情形", "具体理由", "办理结果细类", "细类", "具体结果")),
        Column("reply", "答复文号", also=("答复书文号", "答复书编号", "答复编号", "告知书编号", "告知书文号", "复函文号")),
        Column("article", "法律依据", also=("答复依据", "适用条款")),
        Column("reason", "理由", also=("不予公开理由", "答复理由", "不公开理由")),
        _day("closed", "办结日期", "结案日期", "完成日期"),
        Column("fee", "收费金额", Kind.AMOUNT, ("收费金额(元)", "收取费用", "缴费金额", "信息处理费", "信息处理费(元)")),
        _day("reconsideration_opened", "行政复议受理日期", "行政复议日期", "复议日期", "复议受理日期", "申请复议日期", "行政复议申请日期"),
        _day("reconsideration_concluded", "行政复议审结日期", "复议审结日期", "复议决定日期", "行政复议决定日期"),
        _result("reconsideration_result", "行政复议结果", clock, "复议结果", "复议审理结果"),
        _day("litigation_opened", "行政诉讼立案日期", "行政诉讼日期", "起诉日期", "诉讼日期", "诉讼立案日期", "行政诉讼受理日期"),
        _day("litigation_concluded", "行政诉讼审结日期", "诉讼审结日期", "判决日期", "裁判日期"),
        _result("litigation_result", "行政诉讼结果", clock, "诉讼结果", "诉讼审理结果", "判决结果"),
    ]  # fmt: skip


def _result(name: str, zh: str, clock: Clock, *also: str) -> Column:
    more = {**RESULTS, **{LEDGER + word: (word,) for word in LEDGER_RESULTS}}
    return ListedColumn.of(name, zh, clock.rulebook, "remedy_result", also, more=more)


def _remedies(clock: Clock) -> list[Column]:
    either = Rule("未经复议直接起诉 or 复议后起诉?", "请写明未经复议直接起诉或者复议后起诉")
    return [
        Column("request", "申请编号", also=("所涉申请编号", "依申请公开编号", "原申请编号", "涉及申请编号", "编号")),
        Column("remedy", "案号", also=("案件编号", "复议案号", "诉讼案号")),
        ListedColumn.of(
            "kind", "救济类型", clock.rulebook, "remedy", ("案件类型", "类型", "救济途径", "类别"),
            more={"reconsideration": ("复议",), "litigation_direct": ("直接起诉", "直接诉讼"), "litigation_after_reconsideration": ("复议后诉讼",)},
            hints={"诉讼": either, "行政诉讼": either},
        ),
        _day("opened", "受理日期", "立案日期", "收案日期", "申请复议日期", "起诉日期"),
        _day("concluded", "审结日期", "结案日期", "决定日期", "判决日期", "裁判日期"),
        _result("result", "审理结果", clock, "结果", "复议结果", "诉讼结果", "裁判结果"),
    ]  # fmt: skip


def _records(clock: Clock) -> list[Column]:
    book = clock.rulebook
    return [
        Column("index_number", "索引号", also=("信息索引号", "信息索引", "索引")),
        Column("title", "标题", also=("信息名称", "信息标题", "名称", "文件名称", "题名", "文件标题", "公开内容", "信息内容")),
        Column("document_number", "文号", also=("发文字号", "文件编号", "文件号")),
        Column("class", "信息类别", also=("信息分类", "分类", "类别", "公开类别", "主题分类", "所属类别")),
        ListedColumn.of("kind", "信息类型", book, "record_kind", ("文种", "体裁", "文件类型", "文件种类", "类型"), more=KINDS),
        ListedColumn.of("mode", "公开属性", book, "disclosure_mode", ("公开方式", "公开形式属性"),
                        more={"proactive": ("主动",), "on_request": ("依申请",), "withheld": ("不公开",)}),
        _day("created", "成文日期", "生成日期", "制发日期", "印发日期", "形成日期", "制作日期", "发文日期"),
        _day("published", "公开日期", "发布日期", "主动公开日期", "上网日期", "公布日期"),
        Column("channel", "公开渠道", also=("发布渠道", "公开载体", "发布载体", "公开形式", "公开途径")),
        Column("full_text", "全文电子化", Kind.YES_NO, ("是否全文电子化", "是否全文", "全文", "是否电子化")),
        _day("in_force_from", "生效日期", "施行日期", "实施日期"),
        _day("in_force_to", "有效期至", "有效期截止日期", "失效日期"),
        _day("repealed", "废止日期"),
        Column("repealed_by", "废止依据", also=("废止文件",)),
        Column("clarifies", "澄清内容", also=("澄清事项", "回应内容")),
        Column("publisher", "发布机构", also=("发布单位", "制发机关", "责任单位")),
        Column("url", "链接", also=("网址", "链接地址", "在线链接", "在线链接地址")),
    ]  # fmt: skip


FIGURES = [
    Column("year", "年度", Kind.COUNT, ("报告年度", "统计年度", "年份")),
    Column("path", "项目", also=("指标", "单元格", "统计项目", "指标名称", "cell", "item")),
    Column("value", "数值", Kind.AMOUNT, ("数量", "统计数", "数据", "合计数")),
    Column("document", "来源文件", also=("来源", "数据来源", "依据文件", "source")),
    Column("opening", "期初结转", Kind.YES_NO, ("是否结转", "结转", "期初")),
]


def kinds(clock: Clock, form: Optional[Form] = None, mapped: Optional[Mapped] = None) -> dict[str, Wanted]:
    """What a sheet may be, by the names of `RegisterKind`; with the words that only ``form`` has."""
    return {
        RegisterKind.requests.name: Wanted(
            _requests(clock, form), ("received", "submitted", "confirmed", "acknowledged", "outcome", "replied"), mapped
        ),
        RegisterKind.records.name: Wanted(_records(clock), ("published", "created"), mapped),
        RegisterKind.remedies.name: Wanted(_remedies(clock), ("opened",), mapped),
        RegisterKind.figures.name: Wanted(FIGURES, ("value",), mapped),
    }
