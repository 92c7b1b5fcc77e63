package org.liegg.service;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** How the packages of the service stand on each other. */
@AnalyzeClasses(packages = "org.liegg.service", importOptions = DoNotIncludeTests.class)
class PackagesTest {

  @ArchTest
  static final ArchRule haveNoCycles =
      slices().matching("org.liegg.service.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theProcessThatWorksKnowsNothingOfTheService =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("base")
          .definedBy("..service.base..")
          .layer("settings")
          .definedBy("..service.settings..")
          .layer("worker")
          .definedBy("..service.worker..")
          .layer("store")
          .definedBy("..service.store..")
          .layer("jobs")
          .definedBy("..service.jobs..")
          .layer("mcp")
          .definedBy("..service.mcp..")
          .layer("web")
          .definedBy("..service.web..")
          .whereLayer("worker")
          .mayOnlyAccessLayers("base")
          .whereLayer("settings")
          .mayOnlyAccessLayers("base")
          .whereLayer("store")
          .mayOnlyAccessLayers("base", "settings")
          .whereLayer("jobs")
          .mayOnlyAccessLayers("base", "settings", "store", "worker")
          .whereLayer("mcp")
          .mayOnlyAccessLayers("base", "store", "jobs")
          .whereLayer("web")
          .mayOnlyAccessLayers("base", "settings", "store", "worker", "jobs", "mcp");
}
