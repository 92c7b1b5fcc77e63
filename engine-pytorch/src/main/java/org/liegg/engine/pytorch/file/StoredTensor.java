package org.liegg.engine.pytorch.file;

import java.util.List;

/**
 * A tensor of the file.
 *
 * @param storage that it is a view of
 * @param sizes along its axes
 */
record StoredTensor(Storage storage, List<Long> sizes) {

  /**
   * A view of a storage.
   *
   * @throws ModelFault if it reaches beyond the storage
   */
  static StoredTensor of(Storage storage, long offset, List<?> sizes, List<?> strides) {
    long last = offset;
    boolean empty = false;
    boolean sound = offset >= 0 && sizes.size() == strides.size();
    for (int i = 0; sound && i < sizes.size(); i++) {
      sound =
          sizes.get(i) instanceof Long size
              && strides.get(i) instanceof Long stride
              && size >= 0
              && stride >= 0
              && (size <= 1 || stride <= (storage.size() - last) / (size - 1));
      if (sound) {
        empty |= ((Long) sizes.get(i)) == 0;
        last += Math.max(0, (Long) sizes.get(i) - 1) * (Long) strides.get(i);
      }
    }
    if (!sound || (!empty && last >= storage.size())) {
      throw ModelFault.corrupt(
          "a tensor of the shape %s does not lie within its %d numbers"
              .formatted(sizes, storage.size()));
    }
    return new StoredTensor(storage, sizes.stream().map(size -> (Long) size).toList());
  }
}
