package org.liegg.engine.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** A serialised object that leaves a trace when anyone deserialises it. */
public final class Bomb implements Serializable {
  public static final String TRACE = "org.liegg.engine.dl4j.bomb";

  private static final long serialVersionUID = 1L;

  public static byte[] serialised() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Bomb());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    System.setProperty(TRACE, "exploded");
  }
}
