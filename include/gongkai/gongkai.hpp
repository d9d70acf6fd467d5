// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Everything, but the bridges to other people's types in `interop/`.
///
///     #include <gongkai/gongkai.hpp>
///     auto calendar = gongkai::WorkCalendar::builtin("CN");
///     auto due = calendar.add(gongkai::Date{2024, 3, 4}, gongkai::WorkingDays{20});  // 2024-04-01

#include <gongkai/agency/agency.hpp>
#include <gongkai/base/citation.hpp>
#include <gongkai/base/code.hpp>
#include <gongkai/base/column.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/base/money.hpp>
#include <gongkai/base/period.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/calendar/calendar_gap.hpp>
#include <gongkai/calendar/calendar_source.hpp>
#include <gongkai/calendar/check_calendar.hpp>
#include <gongkai/calendar/columns.hpp>
#include <gongkai/calendar/day_reason.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/catalogue/event.hpp>
#include <gongkai/catalogue/index_number.hpp>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/record.hpp>
#include <gongkai/catalogue/standard_directory.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/clock/clock.hpp>
#include <gongkai/clock/columns.hpp>
#include <gongkai/clock/day_histogram.hpp>
#include <gongkai/clock/deadline.hpp>
#include <gongkai/clock/history.hpp>
#include <gongkai/clock/interval.hpp>
#include <gongkai/clock/options.hpp>
#include <gongkai/clock/recompute.hpp>
#include <gongkai/clock/what_if.hpp>
#include <gongkai/error.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/digest.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/event/fold.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>
#include <gongkai/export.hpp>
#include <gongkai/facts/clearances.hpp>
#include <gongkai/facts/count.hpp>
#include <gongkai/facts/fact.hpp>
#include <gongkai/facts/register.hpp>
#include <gongkai/facts/release.hpp>
#include <gongkai/facts/sample.hpp>
#include <gongkai/facts/stream.hpp>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/io/arrow.hpp>
#include <gongkai/io/arrow_abi.hpp>
#include <gongkai/io/load.hpp>
#include <gongkai/letter/check.hpp>
#include <gongkai/letter/reply.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/batch.hpp>
#include <gongkai/report/cell.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/compare.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/report/fill.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/merge.hpp>
#include <gongkai/report/merge_tree.hpp>
#include <gongkai/report/read.hpp>
#include <gongkai/report/render.hpp>
#include <gongkai/report/run.hpp>
#include <gongkai/report/table.hpp>
#include <gongkai/request/applicant.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/request/evidence.hpp>
#include <gongkai/request/fee.hpp>
#include <gongkai/request/outcome.hpp>
#include <gongkai/request/state.hpp>
#include <gongkai/request/transitions.hpp>
#include <gongkai/request/what_if.hpp>
#include <gongkai/review/event.hpp>
#include <gongkai/review/policy.hpp>
#include <gongkai/review/state.hpp>
#include <gongkai/review/transitions.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/dated_value.hpp>
#include <gongkai/rules/form.hpp>
#include <gongkai/rules/form_check.hpp>
#include <gongkai/rules/question.hpp>
#include <gongkai/rules/rule.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <gongkai/rules/tariff.hpp>
#include <gongkai/rules/taxonomy.hpp>
#include <gongkai/text/mention.hpp>
#include <gongkai/text/normalise.hpp>
#include <gongkai/version.hpp>

// Installed with gongkai::documents and gongkai::office only.
#if __has_include(<gongkai/documents/html.hpp>)
#include <gongkai/documents/html.hpp>
#endif
#if __has_include(<gongkai/office/digest.hpp>)
#include <gongkai/office/digest.hpp>
#endif
