package org.liegg.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liegg.api.DataException;
import org.liegg.data.support.ArrayNames;
import org.liegg.data.support.ElementType;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/**
 * The header of a safetensors file: its length in 8 bytes, little-endian, and an object of JSON
 * that says of every tensor its type, its shape and where its bytes lie behind the header. They
 * follow each other without gaps. Format: Hugging Face, safetensors.
 *
 * @param source the file
 * @param offset bytes before the first tensor
 * @param tensors in the order of their bytes, at least one
 */
record SafetensorsHeader(ByteSource source, long offset, List<SafetensorsTensor> tensors) {
  private static final int PREFIX = Long.BYTES;

  /** That of a file of samples is far shorter. */
  private static final int LONGEST = 1 << 24;

  private static final String METADATA = "__metadata__";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Whether data that begins like this has a length of less than 4 GiB and an object behind it. */
  static boolean begins(byte[] head) {
    return head.length > PREFIX
        && head[PREFIX] == '{'
        && head[4] == 0
        && head[5] == 0
        && head[6] == 0
        && head[7] == 0;
  }

  /**
   * Reads and checks it.
   *
   * @throws DataException if it contradicts itself or the file's size
   */
  static SafetensorsHeader read(ByteSource source) {
    try (InputStream in = Channels.newInputStream(source.open(0))) {
      byte[] prefix = in.readNBytes(PREFIX);
      long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length > LONGEST) {
        throw Faults.corrupt(
            source.subject(),
            "its header is %d bytes long by its own account, and at most %d are read"
                .formatted(length, LONGEST));
      }
      byte[] text = in.readNBytes((int) length);
      if (text.length < length) {
        throw Faults.truncated(source.subject(), PREFIX + length, PREFIX + text.length);
      }
      return checked(new SafetensorsHeader(source, PREFIX + length, tensors(source, text)));
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  private static List<SafetensorsTensor> tensors(ByteSource source, byte[] text)
      throws IOException {
    List<SafetensorsTensor> tensors = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      expect(json, JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        expect(json, JsonToken.START_OBJECT);
        if (name.equals(METADATA)) {
          json.skipChildren();
        } else {
          tensors.add(tensor(name, json));
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new IllegalArgumentException("it ends early");
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String reason =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : Faults.reason(e);
      throw Faults.corrupt(source.subject(), "its safetensors header is garbage: " + reason);
    }
    tensors.sort(
        Comparator.comparingLong(SafetensorsTensor::begin)
            .thenComparingLong(SafetensorsTensor::end));
    return tensors;
  }

  private static SafetensorsTensor tensor(String name, JsonParser json) throws IOException {
    SafetensorsTensor.Builder tensor = new SafetensorsTensor.Builder(name);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      switch (json.currentName()) {
        case "dtype" -> {
          expect(json, JsonToken.VALUE_STRING);
          tensor.type(json.getText());
        }
        case "shape" -> tensor.shape(numbers(json));
        case "data_offsets" -> tensor.offsets(numbers(json));
        default -> {
          json.nextToken();
          json.skipChildren();
        }
      }
    }
    return tensor.build();
  }

  private static List<Long> numbers(JsonParser json) throws IOException {
    expect(json, JsonToken.START_ARRAY);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      numbers.add(json.getLongValue());
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new IllegalArgumentException("%s is no list of integers".formatted(json.currentName()));
    }
    return numbers;
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IllegalArgumentException("it has something else in place of " + token);
    }
  }

  /** Every tensor begins where the last one ends, and the last one ends with the file. */
  private static SafetensorsHeader checked(SafetensorsHeader header) {
    String subject = header.source.subject();
    if (header.tensors.isEmpty()) {
      throw Faults.empty(subject, "it holds no tensors");
    }
    long at = 0;
    for (SafetensorsTensor tensor : header.tensors) {
      tensor.requireConsistent(subject);
      if (tensor.begin() != at) {
        throw Faults.corrupt(
            subject,
            "tensor %s begins at byte %d of the data, and the one before it ends at %d"
                .formatted(Words.quoted(tensor.name()), tensor.begin(), at));
      }
      at = tensor.end();
    }
    header.requireSize(at);
    return header;
  }

  private void requireSize(long data) {
    if (data > Long.MAX_VALUE - offset || offset + data > source.sizeAtMost()) {
      throw Faults.truncated(source.subject(), offset + data, source.sizeAtMost());
    }
    if (source.size().isPresent() && source.size().getAsLong() > offset + data) {
      throw Faults.corrupt(
          source.subject(),
          "its header announces %d bytes, found %d"
              .formatted(offset + data, source.size().getAsLong()));
    }
  }

  /**
   * The tensor of this name, or the only one.
   *
   * @throws DataException if there is no such tensor, or it holds no samples that are read
   */
  ArrayDataset open(Optional<String> asked, ArrayLayout.Maker maker) {
    List<String> names = tensors.stream().map(SafetensorsTensor::name).toList();
    String name = ArrayNames.choose(source.subject(), names, asked);
    SafetensorsTensor tensor =
        tensors.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Section section = new Section(source, name, offset + tensor.end());
    ElementType type = tensor.type(section.subject());
    long begin = offset + tensor.begin();
    StoredNumbers numbers =
        new StoredNumbers(type, ByteOrder.LITTLE_ENDIAN, false, tensor.shape(), begin);
    return new ArrayDataset(section, maker.make(section, numbers));
  }
}
