package org.liegg.spring.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.liegg.report.RecordJson;

/**
 * A module of Jackson 2, by which {@code SymmetryReport}, {@code ReportComparison}, {@code
 * LayerReport}, {@code GeneratorManifest} and their parts are written as the module {@code report}
 * writes them. Other formats than JSON get the same values.
 */
public final class Jackson2Reports extends Module {

  /** For any mapper. */
  public Jackson2Reports() {}

  @Override
  public String getModuleName() {
    return Jackson2Reports.class.getName();
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
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return ReportText.writes(type.getRawClass()) ? new Part() : null;
    }
  }

  private static final class Part extends JsonSerializer<Object> {
    private static final JsonMapper READER = new JsonMapper();

    @Override
    public void serialize(Object part, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (part instanceof Enum<?> constant) {
        out.writeString(RecordJson.name(constant));
        return;
      }
      String json = ReportText.of((Record) part);
      if (out instanceof JsonGeneratorImpl) {
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
        Object part, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(part, out, provider);
    }
  }
}
