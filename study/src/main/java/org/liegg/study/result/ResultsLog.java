package org.liegg.study.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.api.OutputException;
import org.liegg.study.spec.StudyException;

/**
 * The finished cells of a study in its folder, {@code cells.jsonl}: a first line that names the
 * study, then a line a cell, each on the disk before the next one begins. A last line that was cut
 * short is dropped when the file is opened. Only one process at a time has it open. Safe for use by
 * many threads.
 */
public final class ResultsLog implements AutoCloseable {
  public static final String FILE = "cells.jsonl";
  private static final String CODE = "LIEGG-OUTPUT-UNWRITABLE";

  /** More than the largest study can be. */
  private static final long LARGEST = 1L << 30;

  private final Path path;
  private final FileChannel channel;
  private final Map<String, CellResult> done = new LinkedHashMap<>();

  private ResultsLog(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens the file of a study, making it where there is none.
   *
   * @param fingerprint of the study
   * @throws StudyException with code {@code LIEGG-STUDY-FOLDER} if it belongs to another study, is
   *     damaged or in use
   * @throws OutputException if it cannot be written
   */
  public static ResultsLog open(Path folder, String fingerprint) {
    Path path = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw folder(path, "it is no regular file", "choose another folder");
      }
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        requireAlone(path, channel);
        ResultsLog log = new ResultsLog(path, channel);
        log.read(fingerprint);
        return log;
      } catch (RuntimeException | IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static void requireAlone(Path path, FileChannel channel) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw folder(path, "another study is running in it", "wait for it, or choose another folder");
    }
  }

  private void read(String fingerprint) throws IOException {
    if (channel.size() > LARGEST) {
      throw folder(
          path, "it has %d bytes, no study has".formatted(channel.size()), "choose another folder");
    }
    byte[] bytes = new byte[Math.toIntExact(channel.size())];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // On to the end.
    }
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    channel.truncate(whole);
    channel.position(whole);
    String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      append(StudyFormat.line(Map.of("study", fingerprint)));
      return;
    }
    List<String> lines = text.lines().toList();
    if (!lines.get(0).equals(StudyFormat.line(Map.of("study", fingerprint)))) {
      throw folder(
          path,
          "it holds the cells of another study, or of the same with other values",
          "choose another folder, or give the values that this one was begun with");
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        CellResult result = StudyFormat.cell(lines.get(i));
        done.putIfAbsent(result.key(), result);
      } catch (JsonProcessingException e) {
        throw folder(
            path,
            "its line %d is no finished cell".formatted(i + 1),
            "remove that line, and its cell is done again");
      }
    }
  }

  /** The cells that are done, by key. */
  public synchronized Map<String, CellResult> done() {
    return Map.copyOf(done);
  }

  /**
   * Keeps a cell: on the disk when this returns.
   *
   * @throws OutputException if it cannot be written
   */
  public synchronized void add(CellResult result) {
    try {
      append(StudyFormat.line(result));
    } catch (IOException e) {
      throw OutputException.lost(
          CODE, "study file " + path, described(e), "make room for it and run the study again", e);
    }
    done.put(result.key(), result);
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long before = channel.position();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      // Half a line, of a disk that is full, would spoil the next one.
      channel.truncate(before);
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static String described(IOException e) {
    return "it cannot be written (%s)".formatted(e);
  }

  private static StudyException folder(Path path, String found, String remedy) {
    return new StudyException("LIEGG-STUDY-FOLDER", "study file " + path, found, remedy);
  }

  private static OutputException unwritable(Path path, IOException e) {
    return new OutputException(
        CODE, "study file " + path, described(e), "choose a folder that may be written to", e);
  }
}
