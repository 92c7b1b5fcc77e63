package org.liegg.report;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SymmetryReport;

/**
 * Writes and reads the fields of a group as fields of the section that the group stands in. A
 * section of many fields is made of groups in the code; the JSON has them flat.
 */
final class FieldGroups extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> GROUPS =
      Set.of(
          SymmetryReport.Subject.class,
          SymmetryReport.Answer.class,
          ReportEvidence.class,
          ModelInfo.Origin.class,
          ModelInfo.Taken.class,
          ModelInfo.Arithmetic.class,
          ModelInfo.Varying.class,
          Nullspace.Count.class,
          DiscreteSymmetries.Trial.class,
          Algebra.Identity.class,
          Algebra.Closure.class,
          Algebra.Invariants.class,
          Gate.Expected.class,
          Provenance.Environment.class,
          Provenance.Run.class);

  /** Whether the fields of this type stand in the section that it is a component of. */
  static boolean isGroup(Class<?> type) {
    return GROUPS.contains(type);
  }

  /** A component's value; the components of public records can be read. */
  static Object value(Record part, RecordComponent component) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(part));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the components of a public record can be read", e);
    }
  }

  @Override
  public @Nullable NameTransformer findUnwrappingNameTransformer(AnnotatedMember member) {
    return isGroup(member.getRawType()) ? NameTransformer.NOP : null;
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }
}
