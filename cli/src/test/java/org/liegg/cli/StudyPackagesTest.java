package org.liegg.cli;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows between the packages of studies. */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
class StudyPackagesTest {

  @ArchTest
  static final ArchRule packagesOfStudiesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.study.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfStudiesStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy("org.liegg.study")
          .layer("run")
          .definedBy("org.liegg.study.run")
          .layer("task")
          .definedBy("org.liegg.study.task")
          .layer("result")
          .definedBy("org.liegg.study.result")
          .layer("network")
          .definedBy("org.liegg.study.network")
          .layer("spec")
          .definedBy("org.liegg.study.spec")
          .layer("yaml")
          .definedBy("org.liegg.study.yaml")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("task")
          .mayOnlyAccessLayers("spec", "network")
          .whereLayer("network")
          .mayNotAccessAnyLayer()
          .whereLayer("result")
          .mayOnlyAccessLayers("spec", "network")
          .whereLayer("spec")
          .mayOnlyAccessLayers("network", "yaml")
          .whereLayer("yaml")
          .mayNotAccessAnyLayer();
}
