package org.liegg.fuzz.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Damages the tree of a JSON text: values, names, branches, and class names where one may be. */
public final class JsonMutator {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String HOLE = "\"liegg-fuzz-hole\"";

  private static final List<String> TYPE_KEYS = List.of("@class", "@type", "@c", "class", "type");

  private static final double[] NUMBERS = {
    0,
    -1,
    1,
    2,
    1e-320,
    1e308,
    -1e308,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 31,
    1L << 40,
    Long.MAX_VALUE,
    0.5,
    46341,
    65536
  };

  private final List<String> words;

  /** Places of a tree: what stands there, and how something else is put there. */
  private record Place(JsonNode parent, JsonNode node, Consumer<JsonNode> put) {}

  /**
   * @param words that have a meaning for the reader, class names among them
   */
  public JsonMutator(List<String> words) {
    this.words = words;
  }

  /** The text with one to four things done to its tree. */
  public String mutate(String json, Random random) {
    try {
      JsonNode root = JSON.readTree(json);
      boolean deep = false;
      for (int i = 1 + random.nextInt(random.nextBoolean() ? 1 : 4); i > 0; i--) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        if (!places.isEmpty()) {
          deep |= once(places, random);
        }
      }
      String text = JSON.writeValueAsString(root);
      return deep ? text.replace(HOLE, nested(random)) : text;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> places.add(place(object, name)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(new Place(array, array.get(i), other -> array.set(index, other)));
      }
    }
    node.forEach(child -> collect(child, places));
  }

  private static Place place(ObjectNode object, String name) {
    return new Place(object, object.get(name), other -> object.set(name, other));
  }

  /** Whether a hole was left for something too deep to build. */
  private boolean once(List<Place> places, Random random) {
    Place place = places.get(random.nextInt(places.size()));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> place.put().accept(value(random));
      case 3 -> place.put().accept(NODES.textNode(word(random)));
      case 4 -> place.put().accept(places.get(random.nextInt(places.size())).node().deepCopy());
      case 5 -> place.put().accept(NODES.arrayNode().add(word(random)).add(place.node()));
      case 6 -> place.put().accept(NODES.objectNode().set(word(random), place.node()));
      case 7 -> typed(place, random);
      case 8 -> rename(place.parent(), random);
      case 9 -> remove(place.parent(), random);
      case 10 -> grow(place, random);
      default -> {
        place.put().accept(NODES.textNode(HOLE.replace("\"", "")));
        return true;
      }
    }
    return false;
  }

  private static void typed(Place place, Random random) {
    if (place.node() instanceof ObjectNode object) {
      object.put(TYPE_KEYS.get(random.nextInt(TYPE_KEYS.size())), Trap.NAME);
    } else {
      place.put().accept(NODES.textNode(Trap.NAME));
    }
  }

  private void rename(JsonNode parent, Random random) {
    if (parent instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      JsonNode value = object.remove(names.get(random.nextInt(names.size())));
      object.set(word(random), value);
    }
  }

  private static void remove(JsonNode parent, Random random) {
    if (parent instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.remove(names.get(random.nextInt(names.size())));
    } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
      array.remove(random.nextInt(array.size()));
    }
  }

  private static void grow(Place place, Random random) {
    if (place.parent() instanceof ArrayNode array) {
      for (int i = random.nextInt(random.nextInt(8) == 0 ? 300 : 4); i >= 0; i--) {
        array.insert(random.nextInt(array.size() + 1), place.node().deepCopy());
      }
    }
  }

  private JsonNode value(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.arrayNode();
      case 3 -> NODES.objectNode();
      case 4 -> NODES.numberNode((long) NUMBERS[random.nextInt(NUMBERS.length)]);
      case 5 -> NODES.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      default -> NODES.textNode("\u001b[31m" + (char) random.nextInt(0x3000) + "\u2028\u202e");
    };
  }

  private String word(Random random) {
    return random.nextInt(4) == 0 || words.isEmpty()
        ? Trap.NAME
        : words.get(random.nextInt(words.size()));
  }

  private static String nested(Random random) {
    int depth = 1 + random.nextInt(20_000);
    return random.nextBoolean()
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "0" + "}".repeat(depth);
  }
}
