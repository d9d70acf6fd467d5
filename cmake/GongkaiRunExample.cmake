# SPDX-License-Identifier: Apache-2.0
execute_process(COMMAND "${PROGRAM}" OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY ECHO_OUTPUT_VARIABLE)
if(EXISTS "${EXPECTED}")
  file(READ "${EXPECTED}" expected)
  if(NOT output STREQUAL expected)
    message(FATAL_ERROR "The output above is not that of ${EXPECTED}:\n${expected}")
  endif()
endif()
