package org.liegg.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.liegg.groups.embed.EmbeddedReference;
import org.liegg.groups.image.DerivativeFilter;

/** The arrows between the packages of groups. */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
class GroupsPackagesTest {

  @ArchTest
  static final ArchRule packagesOfGroupsHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.groups.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfGroupsStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("provider")
          .definedBy("org.liegg.groups.provider")
          .layer("root")
          .definedBy("org.liegg.groups")
          .layer("grammar")
          .definedBy("org.liegg.groups.grammar")
          .layer("embed")
          .definedBy("org.liegg.groups.embed")
          .layer("flow")
          .definedBy("org.liegg.groups.flow")
          .layer("compose")
          .definedBy("org.liegg.groups.compose")
          .layer("image")
          .definedBy("org.liegg.groups.image")
          .layer("basic")
          .definedBy("org.liegg.groups.basic")
          .layer("field")
          .definedBy("org.liegg.groups.field")
          .whereLayer("provider")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("root")
          .mayOnlyBeAccessedByLayers("provider")
          .whereLayer("grammar")
          .mayOnlyAccessLayers("compose")
          .whereLayer("embed")
          .mayOnlyAccessLayers("compose", "image", "field")
          .whereLayer("flow")
          .mayOnlyAccessLayers("compose", "image", "field")
          .whereLayer("compose")
          .mayOnlyAccessLayers("image", "field")
          .whereLayer("image")
          .mayOnlyAccessLayers("basic", "field")
          .whereLayer("basic")
          .mayOnlyAccessLayers("field")
          .whereLayer("field")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule othersKnowTheRootOfGroupsAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.groups..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.liegg.groups.*..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.belongToAnyOf(
                              DerivativeFilter.class, EmbeddedReference.class))));
}
