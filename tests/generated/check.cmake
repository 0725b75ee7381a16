# Runs a generator into a fresh folder and compares what it writes with what the tree holds.
#
#   cmake -DSCRIPT=tools/make_x.py -DFOLDER=src/x -DINPUT=/usr/share/unicode -DPACKAGE=unicode-data
#         -DARGUMENTS="--data;…" -DSCRATCH=… -P check.cmake
#
# Where python3 or the generator's input is absent the test is skipped aloud, but in CI it fails.
cmake_minimum_required(VERSION 3.25)

function(give_up reason)
  if(DEFINED ENV{CI})
    message(FATAL_ERROR "${reason}")
  endif()
  message("SKIPPED: ${reason}")
endfunction()

find_program(PYTHON3 python3)
if(NOT PYTHON3)
  give_up("${SCRIPT} needs python3: install it to run this test")
  return()
endif()
if(NOT EXISTS "${INPUT}")
  give_up("${SCRIPT} reads ${INPUT}: install ${PACKAGE} to run this test")
  return()
endif()

file(REMOVE_RECURSE "${SCRATCH}")
file(MAKE_DIRECTORY "${SCRATCH}")
execute_process(COMMAND "${PYTHON3}" "${SCRIPT}" ${ARGUMENTS} --out "${SCRATCH}" COMMAND_ERROR_IS_FATAL ANY)

file(GLOB fresh RELATIVE "${SCRATCH}" "${SCRATCH}/*")
file(GLOB kept RELATIVE "${FOLDER}" "${FOLDER}/*.inc" "${FOLDER}/*.sums")
if(NOT "${fresh}" STREQUAL "${kept}")
  message(FATAL_ERROR "${SCRIPT} writes ${fresh}, but ${FOLDER} holds ${kept}")
endif()
foreach(name IN LISTS fresh)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${SCRATCH}/${name}" "${FOLDER}/${name}"
    RESULT_VARIABLE differs)
  if(differs)
    message(FATAL_ERROR "${FOLDER}/${name} is stale: run ${SCRIPT}, read the difference, say why")
  endif()
endforeach()
