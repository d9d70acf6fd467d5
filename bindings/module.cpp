// SPDX-License-Identifier: Apache-2.0
// The extension module gongkai._core: the modules of the library, from the ground up.
#include "common.hpp"

PYBIND11_MODULE(_core, module) {
  namespace bindings = gongkai::bindings;
  module.doc() = "The compiled part of gongkai. Import gongkai, not this module.";
  module.attr("__version__") = GONGKAI_PYTHON_VERSION;
  bindings::bind_errors(module);
  bindings::bind_base(module);
  bindings::bind_codes(module);
  bindings::bind_text(module);
  bindings::bind_calendar(module);
  bindings::bind_calendar_columns(module);
  bindings::bind_rules(module);
  bindings::bind_form(module);
  bindings::bind_report(module);
  bindings::bind_document(module);
  bindings::bind_fill(module);
  bindings::bind_merge(module);
  bindings::bind_run(module);
  bindings::bind_render(module);
  bindings::bind_clock(module);
  bindings::bind_clock_columns(module);
  bindings::bind_clock_statistics(module);
  bindings::bind_event(module);
  bindings::bind_catalogue(module);
  bindings::bind_request(module);
  bindings::bind_request_questions(module);
  bindings::bind_review(module);
  bindings::bind_facts(module);
  bindings::bind_facts_arrow(module);
  bindings::bind_release(module);
  bindings::bind_register(module);
  bindings::bind_letter(module);
  bindings::bind_batch(module);
}
