# Every fuzz target is built twice: with libFuzzer where SPARRING_FUZZ is on, and with a main that
# replays its corpus, as an ordinary test.
add_library(sparring_fuzz_support STATIC ${CMAKE_CURRENT_SOURCE_DIR}/support/small_scenario.cpp
            ${CMAKE_CURRENT_SOURCE_DIR}/support/naming_reader.cpp)
target_include_directories(sparring_fuzz_support PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(sparring_fuzz_support PUBLIC sparring_cli_commands)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*_fuzz.cpp)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_fuzz" "" name ${name})
  if(SPARRING_FUZZ)
    add_executable(fuzz_${name} ${source})
    target_link_libraries(fuzz_${name} PRIVATE sparring_fuzz_support)
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(replay_${name} ${source} fuzz/replay_main.cpp)
    target_link_libraries(replay_${name} PRIVATE sparring_fuzz_support)
    add_test(NAME fuzz.replay.${name}
             COMMAND replay_${name} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  endif()
endforeach()
