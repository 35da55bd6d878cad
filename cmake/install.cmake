include(GNUInstallDirs)
install(TARGETS sparring-cli)
if(SPARRING_UI)
  install(TARGETS sparring)
  install(FILES data/desktop/sparring.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES data/desktop/sparring.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES ${SPARRING_READING} DESTINATION ${CMAKE_INSTALL_DATADIR}/sparring/model)
if(TARGET encoder_model)
  install(FILES ${SPARRING_MODEL} ${SPARRING_VECTORS} ${SPARRING_MODEL_PACKAGE}/../LICENSE
          DESTINATION ${CMAKE_INSTALL_DATADIR}/sparring/model)
endif()
install(DIRECTORY scenarios data/method data/archetypes data/schema data/templates docs/diagnostics
        DESTINATION ${CMAKE_INSTALL_DATADIR}/sparring)
