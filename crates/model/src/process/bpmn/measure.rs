//! How much room nodes and words need.

use super::graph::{Node, Shape};

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub width: i32,
    pub height: i32,
}

pub(super) const TASK_WIDTH: i32 = 180;
pub(super) const PADDING: i32 = 20;
pub(super) const BETWEEN_TASKS: i32 = 16;
const EVENT: i32 = 36;
const GATEWAY: i32 = 50;
const LINE: i32 = 15;
const LOWEST_TASK: i32 = 60;
/// Of a letter; viewers write with 11 or 12 pixels.
const LETTER: i32 = 7;
/// Of a sign as wide as it is high.
const WIDE_SIGN: i32 = 13;

pub(super) fn size(node: &Node) -> Size {
    let square = |side| Size { width: side, height: side };
    match node.shape {
        Shape::Start | Shape::End | Shape::Milestone => square(EVENT),
        Shape::Gateway => square(GATEWAY),
        Shape::Task => Size { width: TASK_WIDTH, height: task_height(&node.name) },
        Shape::SubProcess => {
            let tasks: i32 = node.tasks.iter().map(|task| task_height(&task.name) + BETWEEN_TASKS).sum();
            let width = TASK_WIDTH + 2 * PADDING;
            Size {
                width,
                height: label_height(&node.name, width - PADDING) + PADDING + tasks - BETWEEN_TASKS + PADDING,
            }
        }
    }
}

/// Height of a task, its icon included.
pub(super) fn task_height(name: &str) -> i32 {
    (label_height(name, TASK_WIDTH - PADDING) + 2 * LINE).max(LOWEST_TASK)
}

/// Height of words that are broken into lines of a width.
pub(super) fn label_height(words: &str, width: i32) -> i32 {
    words.lines().map(|line| lines(line, width) * LINE).sum()
}

fn lines(line: &str, width: i32) -> i32 {
    let (mut lines, mut filled) = (1, 0);
    for word in line.split_whitespace() {
        let long: i32 = word.chars().map(|c| if c < '\u{1100}' { LETTER } else { WIDE_SIGN }).sum();
        if filled > 0 && filled + LETTER + long > width {
            lines += 1;
            filled = 0;
        }
        let beside = if filled > 0 { LETTER } else { 0 };
        filled += beside + long;
        lines += (filled - 1).max(0) / width;
        filled = if filled > width { filled % width } else { filled };
    }
    lines
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", 70, 0)]
    #[case("ten signs.", 70, 1)]
    #[case("ten signs. and more", 70, 2)]
    #[case("one\ntwo", 70, 2)]
    #[case("aVeryLongWordOfThirtyOneLetters", 70, 4)]
    #[case("見込み客が参加した", 65, 2)]
    fn words_are_broken_into_lines(#[case] words: &str, #[case] width: i32, #[case] lines: i32) {
        assert_eq!(label_height(words, width), lines * LINE);
    }
}
