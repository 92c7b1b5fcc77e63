package org.liegg.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.liegg.report.RecordJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.Serializers;

/**
 * A module of Jackson 3, by which {@code SymmetryReport}, {@code ReportComparison}, {@code
 * LayerReport}, {@code GeneratorManifest} and their parts are written as the module {@code report}
 * writes them. Other formats than JSON get the same values.
 */
public final class Jackson3Reports extends JacksonModule {

  /** For any mapper. */
  public Jackson3Reports() {}

  @Override
  public String getModuleName() {
    return Jackson3Reports.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Known());
  }

  private static final class Known extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      return ReportText.writes(type.getRawClass()) ? new Part() : null;
    }

    @Override
    public @Nullable ValueSerializer<?> findEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      return ReportText.writes(type.getRawClass()) ? new Part() : null;
    }
  }

  private static final class Part extends ValueSerializer<Object> {
    private static final JsonMapper READER = new JsonMapper();

    @Override
    public void serialize(Object part, JsonGenerator out, SerializationContext provider) {
      if (part instanceof Enum<?> constant) {
        out.writeString(RecordJson.name(constant));
        return;
      }
      String json = ReportText.of((Record) part);
      if (out instanceof JsonGeneratorBase) {
        out.writeRawValue(json);
        return;
      }
      try (JsonParser in = READER.createParser(json)) {
        in.nextToken();
        out.copyCurrentStructure(in);
      }
    }

    @Override
    public void serializeWithType(
        Object part, JsonGenerator out, SerializationContext provider, TypeSerializer type) {
      serialize(part, out, provider);
    }
  }
}
