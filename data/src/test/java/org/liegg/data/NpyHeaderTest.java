package org.liegg.data;

import static org.liegg.data.Faulty.assertFault;
import static org.liegg.data.Samples.dictionary;
import static org.liegg.data.Samples.npy;
import static org.liegg.data.Samples.resource;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that are garbage, and arrays that are no samples. */
class NpyHeaderTest {

  @TempDir Path directory;

  private Path file(byte[] bytes) {
    return Samples.write(directory, "x.npy", bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'descr': '<f8', 'fortran_order': False}        | it has no shape
          {'descr': '<f8', 'shape': (1, 1)}               | it has no fortran_order
          {'fortran_order': False, 'shape': (1, 1)}       | it has no descr
          {'descr': '<f8', 'fortran_order': 0, 'shape': (1, 1)}     | fortran_order is neither
          {'descr': '<f8', 'fortran_order': False, 'shape': 1}      | shape is no tuple
          {'descr': '<f8', 'fortran_order': False, 'shape': (1, 'a')} | no integer
          {'descr': '<f8' 'fortran_order': False}         | ''' at character 17 is out of place
          {'descr': '<f8', 'fortran_order': False, 'shape': (1, -)} | ')' at character 56
          {'descr': '<f8', 'shape': (1                    | the end of the header at character
          {'descr': '<f8                                  | ''' at character 11
          (1, 2)                                          | it is no dictionary
          {'descr': '<f8'} x                              | 'x' at character 18
          garbage                                         | 'g' at character 1
          ((((((((((((((((((((                            | brackets more than 16 deep
          """)
  void saysWhatIsWrongWithAHeader(String dictionary, String words) {
    assertFault(
        file(npy(dictionary, 8)), "LIEGG-DATA-CORRUPT", "its .npy header is garbage", words);
  }

  @Test
  void refusesAHeaderThatIsLongerThanAnyHeader() {
    byte[] file = npy(dictionary("(1, 1)"), 8);
    file[6] = 2;
    Arrays.fill(file, 8, 12, (byte) 0xff);

    assertFault(file(file), "LIEGG-DATA-CORRUPT", "its header is 4294967295 bytes long");
  }

  @Test
  void refusesAVersionThatDoesNotExist() {
    byte[] file = npy(dictionary("(1, 1)"), 8);
    file[6] = 4;

    assertFault(file(file), "LIEGG-DATA-CORRUPT", "version 4.0 of the .npy format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          object.npy     | an object dtype, which is pickled Python | x.astype(float)
          structured.npy | a structured dtype                       | one plain array
          complex.npy    | dtype '<c16'                            | x.astype('f8')
          text.npy       | dtype '<U1'                              | x.astype('f8')
          """)
  void refusesWhatIsNotNumbers(String name, String found, String remedy) {
    assertFault(resource(name), "LIEGG-DATA-DTYPE", found, "readable are f2 f4 f8", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scalar.npy     | LIEGG-DATA-SHAPE | shape () has no axis of features
          vector.npy     | LIEGG-DATA-SHAPE | x.reshape(-1, 1) or x.reshape(1, -1)
          no-samples.npy | LIEGG-DATA-EMPTY | shape (0 × 3) has no samples
          no-columns.npy | LIEGG-DATA-SHAPE | shape (3 × 0) has 0 columns
          """)
  void refusesShapesWithoutSamplesAndFeatures(String name, String code, String words) {
    assertFault(resource(name), code, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (4611686018427387904, 4)          | LIEGG-DATA-SHAPE     | is more than can exist
          (2, 4611686018427387904, 4)       | LIEGG-DATA-SHAPE     | is more than can exist
          (1, 1152921504606846975)          | LIEGG-DATA-SHAPE     | is more than can exist
          (99999999999999999999, 1)         | LIEGG-DATA-SHAPE     | '99999999999999999999'
          (-1, 2)                           | LIEGG-DATA-SHAPE     | has a negative size
          (2, -2, -2)                       | LIEGG-DATA-SHAPE     | has a negative size
          (1000000000, 1000)                | LIEGG-DATA-TRUNCATED | bytes, found
          (1, 100000000000)                 | LIEGG-DATA-TRUNCATED | bytes, found
          """)
  void refusesAbsurdShapes(String shape, String code, String words) {
    assertFault(file(npy(dictionary(shape), 32)), code, words);
  }
}
