//! A table of marks: a column an item, a row a learner.

/// An item of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// The highest mark, 0 or more.
    pub maximum: f64,
}

/// A table of marks. Every column has a mark for each learner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    items: Vec<Item>,
    columns: Vec<Vec<f64>>,
    learners: usize,
}

impl Matrix {
    /// A table of these items without learners.
    pub fn new(items: Vec<Item>) -> Self {
        Self { columns: items.iter().map(|_| Vec::new()).collect(), items, learners: 0 }
    }

    /// Adds a learner. Whether there is a mark for each item; nothing is added where there is not.
    pub fn push(&mut self, marks: &[f64]) -> bool {
        let fits = marks.len() == self.items.len();
        if fits {
            self.columns.iter_mut().zip(marks).for_each(|(column, mark)| column.push(*mark));
            self.learners += 1;
        }
        fits
    }

    /// The items, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The marks of each item, in the order of the learners.
    pub fn columns(&self) -> &[Vec<f64>] {
        &self.columns
    }

    /// How many learners there are.
    pub fn learners(&self) -> usize {
        self.learners
    }

    /// The highest sum of marks that can be had.
    pub fn maximum(&self) -> f64 {
        self.items.iter().map(|item| item.maximum).sum()
    }

    /// The sum of each learner's marks.
    pub fn totals(&self) -> Vec<f64> {
        let mut totals = vec![0.0; self.learners];
        for column in &self.columns {
            add(&mut totals, column);
        }
        totals
    }

    /// For each item the sum of each learner's other marks.
    ///
    /// Added up from the other marks and not taken as what is left of the sum, so that equal marks give equal rest scores.
    pub fn rests(&self) -> Vec<Vec<f64>> {
        let mut rests: Vec<Vec<f64>> = Vec::with_capacity(self.columns.len());
        let mut behind = vec![0.0; self.learners];
        for column in self.columns.iter().rev() {
            rests.push(behind.clone());
            add(&mut behind, column);
        }
        rests.reverse();
        let mut before = vec![0.0; self.learners];
        for (rest, column) in rests.iter_mut().zip(&self.columns) {
            add(rest, &before);
            add(&mut before, column);
        }
        rests
    }
}

fn add(sums: &mut [f64], column: &[f64]) {
    sums.iter_mut().zip(column).for_each(|(sum, mark)| *sum += mark);
}
