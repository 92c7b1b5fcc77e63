package org.liegg.groups.compose;

import java.util.List;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;

/**
 * The fields of a whole that consists of blocks.
 *
 * @param spec of the whole
 * @param layout where each block is
 * @param basis the fields, in the coordinates of the whole
 */
record BlockFields(String spec, BlockLayout layout, FieldBasis basis) {

  /**
   * Field a of the whole is field a of every block at once.
   *
   * @param blocks of equal dimension
   * @throws org.liegg.api.ActionException {@code LIEGG-ACTION-ARGUMENT} if there is too much of it
   */
  static BlockFields together(String spec, List<GroupAction> blocks) {
    int dimension = blocks.get(0).dimension();
    int entries = ActionLimits.entries(spec, dimension, entries(blocks));
    BlockLayout layout = new BlockLayout(spec, blocks);
    FieldAssembler assembler = layout.assembler(dimension, entries);
    for (int a = 0; a < dimension; a++) {
      for (int block = 0; block < blocks.size(); block++) {
        layout.place(block, a, assembler);
      }
      assembler.endField();
    }
    return new BlockFields(spec, layout, assembler.build());
  }

  /**
   * Every field of every block is one of the whole, in the order of the blocks.
   *
   * @throws org.liegg.api.ActionException {@code LIEGG-ACTION-ARGUMENT} if there is too much of it
   */
  static BlockFields apart(String spec, List<GroupAction> blocks) {
    long dimension = blocks.stream().mapToLong(GroupAction::dimension).sum();
    int entries = ActionLimits.entries(spec, dimension, entries(blocks));
    BlockLayout layout = new BlockLayout(spec, blocks);
    FieldAssembler assembler = layout.assembler((int) dimension, entries);
    for (int block = 0; block < blocks.size(); block++) {
      for (int a = 0; a < blocks.get(block).dimension(); a++) {
        layout.place(block, a, assembler);
        assembler.endField();
      }
    }
    return new BlockFields(spec, layout, assembler.build());
  }

  private static long entries(List<GroupAction> blocks) {
    return blocks.stream().mapToLong(block -> block.fields().values().length).sum();
  }
}
