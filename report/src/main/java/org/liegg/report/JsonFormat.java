package org.liegg.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.report.FormKind;
import org.liegg.api.report.Verdict;

/**
 * How the JSON that {@link RecordJson} writes is read back as records. Reading is strict: a field
 * that is missing, null or of another type is an error, an unknown one is not.
 */
final class JsonFormat {
  private static final List<String> LATER_LISTS =
      List.of("finiteCheck", "breakingSamples", "orbits");

  private JsonFormat() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .annotationIntrospector(
            new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new FieldGroups()))
        .addMixIn(Verdict.class, VerdictNames.class)
        .addMixIn(FormKind.class, FormNames.class)
        .addMixIn(Precision.class, PrecisionNames.class)
        .addMixIn(SelfCheck.Status.class, StatusNames.class)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** What a value that does not fit is, without the names of this program's classes. */
  static String misfit(JsonMappingException e) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.isEmpty()
        ? "a field is missing or not what the format says: " + plain(e.getOriginalMessage())
        : "its field '%s' is missing or not what the format says: %s"
            .formatted(field, plain(e.getOriginalMessage()));
  }

  private static String plain(String message) {
    return message.replaceAll("(?:[a-z]\\w*\\.)+(?:[A-Z]\\w*\\$)?(?=[A-Z])", "");
  }

  /** What is wrong with the JSON itself, and where. */
  static String syntax(JacksonException e) {
    if (e.getLocation() == null) {
      // Limits, as that on nesting, are exceeded nowhere in particular.
      return "it is not JSON that can be read: " + e.getOriginalMessage();
    }
    return "it is not JSON, line %d, column %d: %s"
        .formatted(
            e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage());
  }

  /** Puts in the lists that an older report of the same schema does not have. */
  static void complete(JsonNode report) {
    if (report instanceof ObjectNode fields) {
      for (String list : LATER_LISTS) {
        if (!fields.has(list)) {
          fields.putArray(list);
        }
      }
      if (fields.get("data") instanceof ObjectNode data && !data.has("columns")) {
        data.putArray("columns");
      }
      if (fields.get("action") instanceof ObjectNode action) {
        if (!action.has("fieldNames")) {
          action.putArray("fieldNames");
        }
        if (!action.has("equivariant")) {
          // Reports that do not say so have it in their grammar.
          action.put("equivariant", action.path("spec").asText().contains("->"));
        }
      }
    }
  }

  private enum VerdictNames {
    @JsonProperty("invariant")
    INVARIANT,
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("insufficient-evidence")
    INSUFFICIENT_EVIDENCE
  }

  private enum FormNames {
    @JsonProperty("symmetric")
    SYMMETRIC,
    @JsonProperty("antisymmetric")
    ANTISYMMETRIC
  }

  private enum PrecisionNames {
    @JsonProperty("float")
    FLOAT,
    @JsonProperty("double")
    DOUBLE
  }

  private enum StatusNames {
    @JsonProperty("passed")
    PASSED,
    @JsonProperty("skipped")
    SKIPPED
  }
}
