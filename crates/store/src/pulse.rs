//! The short survey: rounds, and what was answered in them. Answers are counted apart from who gave them.

use std::collections::{BTreeMap, HashMap};

use model::{
    Timestamp,
    feedback::pulse::{Counts, is_shown_anew, is_shown_at_end},
    ids::UserId,
};
use uuid::Uuid;

use crate::{
    db::{Tx, sql, time},
    error::{Result, StoreError},
    open::Store,
};

/// A round: what was asked and what is shown of the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PulseRound {
    /// Its id.
    pub id: Uuid,
    /// Counted from 1.
    pub no: i64,
    /// When it began.
    pub opened: Timestamp,
    /// When it ended; none while it runs.
    pub closed: Option<Timestamp>,
    /// The questions as they were asked.
    pub questions: Vec<String>,
    /// People who could answer; none while it runs.
    pub asked: Option<u64>,
    /// People who answered.
    pub answers: u64,
    /// Answers that are in `counts`.
    pub shown: u64,
    /// It was made up, to show what it looks like.
    pub sample: bool,
    /// How many gave each answer, by question.
    pub counts: Vec<Counts>,
}

/// A free sentence that somebody wrote in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PulseWord {
    /// The round.
    pub round: Uuid,
    /// What they wrote.
    pub words: String,
}

impl Store {
    /// All rounds, the first one first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse_rounds(&self) -> Result<Vec<PulseRound>> {
        let mut on = self.snapshot().await?;
        let mut rounds = sql(
            "SELECT id, no, opened, closed, questions, asked, answers, shown, sample FROM pulse_rounds ORDER BY no",
        )
        .all(&mut on, |row| {
            Ok(PulseRound {
                id: row.id(0)?,
                no: row.int(1)?,
                opened: row.time(2)?,
                closed: row.maybe_int(3)?.map(time).transpose()?,
                questions: serde_json::from_str(row.str(4)?)?,
                asked: row.maybe_int(5)?.map(i64::unsigned_abs),
                answers: row.int(6)?.unsigned_abs(),
                shown: row.int(7)?.unsigned_abs(),
                sample: row.bool(8)?,
                counts: Vec::new(),
            })
        })
        .await?;
        let mut of: HashMap<Uuid, BTreeMap<(i64, i64), u64>> = HashMap::new();
        sql("SELECT round, question, score, shown FROM pulse_counts")
            .each(&mut on, |row| {
                let n = row.int(3)?.unsigned_abs();
                of.entry(row.id(0)?).or_default().insert((row.int(1)?, row.int(2)?), n);
                Ok(())
            })
            .await?;
        for round in &mut rounds {
            let counted = of.remove(&round.id).unwrap_or_default();
            let at = |question: usize, score: usize| {
                let key = (i64::try_from(question).unwrap_or(-1), i64::try_from(score + 1).unwrap_or(-1));
                counted.get(&key).copied().unwrap_or(0)
            };
            round.counts =
                (0..round.questions.len()).map(|question| std::array::from_fn(|score| at(question, score))).collect();
        }
        Ok(rounds)
    }

    /// Ends the round that runs, if one does, and begins the next one after number `last`; false if somebody else did so
    /// meanwhile. `asked`: people who could answer the one that ends.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn begin_pulse_round(&self, last: i64, questions: &[String], asked: u64, at: Timestamp) -> Result<bool> {
        let mut tx = self.begin().await?;
        let id = Uuid::now_v7();
        let begun = insert_round(&mut tx, id, last + 1, questions, at, false).await?;
        if begun {
            close(&mut tx, Some(last), asked, at).await?;
        }
        tx.commit().await?;
        Ok(begun)
    }

    /// Ends the round that runs, if one does.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_pulse_round(&self, asked: u64, at: Timestamp) -> Result<()> {
        let mut tx = self.begin().await?;
        close(&mut tx, None, asked, at).await?;
        tx.commit().await
    }

    /// Counts what somebody answered; `asked` people are asked now. All counts and sentences of the round are written anew, so that neither their order
    /// nor when a row was written leads to who answered last.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if they answered already, or the round does not run any more.
    pub async fn answer_pulse(
        &self,
        round: Uuid,
        (person, asked): (UserId, u64),
        scores: &[u8],
        words: Option<&str>,
    ) -> Result<()> {
        let mut tx = self.begin().await?;
        let running = sql("UPDATE pulse_rounds SET answers = answers + 1 WHERE id = $1 AND closed IS NULL")
            .bind(round)
            .run(&mut tx)
            .await?;
        if running == 0 {
            return Err(StoreError::Conflict("This round has ended. Thank you all the same.".into()));
        }
        let fresh = sql("INSERT INTO pulse_people (round, person, skipped) VALUES ($1, $2, $3)
             ON CONFLICT (round, person) DO UPDATE SET skipped = EXCLUDED.skipped WHERE pulse_people.skipped")
        .bind(round)
        .bind(person.0)
        .bind(false)
        .run(&mut tx)
        .await?;
        if fresh == 0 {
            return Err(StoreError::Conflict("You have answered this round already. Thank you.".into()));
        }
        let (answers, shown) = sql("SELECT answers, shown FROM pulse_rounds WHERE id = $1")
            .bind(round)
            .one(&mut tx, |row| Ok((row.int(0)?.unsigned_abs(), row.int(1)?.unsigned_abs())))
            .await?;
        let anew = is_shown_anew(answers, shown, asked);
        let given: BTreeMap<i64, i64> = (0..).zip(scores.iter().copied().map(i64::from)).collect();
        let counts = sql("SELECT question, score, n, shown FROM pulse_counts WHERE round = $1")
            .bind(round)
            .all(&mut tx, |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?)))
            .await?;
        for (question, score, n, shown) in counts {
            let n = n + i64::from(given.get(&question) == Some(&score));
            sql("UPDATE pulse_counts SET n = $4, shown = $5 WHERE round = $1 AND question = $2 AND score = $3")
                .bind(round)
                .bind(question)
                .bind(score)
                .bind(n)
                .bind(if anew { n } else { shown })
                .run(&mut tx)
                .await?;
        }
        rewrite(&mut tx, round, words, anew).await?;
        if anew {
            sql("UPDATE pulse_rounds SET shown = answers WHERE id = $1").bind(round).run(&mut tx).await?;
        }
        tx.commit().await
    }

    /// Notes that somebody does not want to answer a round, or does after all. Who has answered stays so.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn skip_pulse(&self, round: Uuid, person: UserId, skips: bool) -> Result<()> {
        let mut tx = self.begin().await?;
        let text = match skips {
            true => {
                "INSERT INTO pulse_people (round, person, skipped) SELECT id, $2, TRUE FROM pulse_rounds WHERE id = $1
                 ON CONFLICT (round, person) DO NOTHING"
            }
            false => "DELETE FROM pulse_people WHERE round = $1 AND person = $2 AND skipped",
        };
        sql(text).bind(round).bind(person.0).run(&mut tx).await?;
        tx.commit().await
    }

    /// Whether somebody answered a round (`Some(false)`), skipped it (`Some(true)`), or neither.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse_settled(&self, round: Uuid, person: UserId) -> Result<Option<bool>> {
        sql("SELECT skipped FROM pulse_people WHERE round = $1 AND person = $2")
            .bind(round)
            .bind(person.0)
            .maybe(&mut self.connection().await?, |row| row.bool(0))
            .await
    }

    /// The free sentences that are shown, in no order that tells anything.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse_words(&self) -> Result<Vec<PulseWord>> {
        sql("SELECT round, words FROM pulse_words WHERE shown ORDER BY id")
            .all(&mut self.connection().await?, |row| Ok(PulseWord { round: row.id(0)?, words: row.text(1)? }))
            .await
    }

    /// Adds a round that was made up, as it is.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_sample_round(&self, round: &PulseRound, words: &[&str]) -> Result<()> {
        let mut tx = self.begin().await?;
        if !insert_round(&mut tx, round.id, round.no, &round.questions, round.opened, true).await? {
            return Ok(());
        }
        sql("UPDATE pulse_rounds SET closed = $2, asked = $3, answers = $4, shown = $4 WHERE id = $1")
            .bind(round.id)
            .bind(round.closed)
            .bind(round.asked.and_then(|n| i64::try_from(n).ok()))
            .bind(i64::try_from(round.answers).unwrap_or(i64::MAX))
            .run(&mut tx)
            .await?;
        for (question, counts) in (0_i64..).zip(&round.counts) {
            for (score, n) in (1_i64..).zip(counts) {
                sql("UPDATE pulse_counts SET n = $4, shown = $4 WHERE round = $1 AND question = $2 AND score = $3")
                    .bind(round.id)
                    .bind(question)
                    .bind(score)
                    .bind(i64::try_from(*n).unwrap_or(i64::MAX))
                    .run(&mut tx)
                    .await?;
            }
        }
        for words in words {
            insert_word(&mut tx, Uuid::new_v4(), round.id, words, true).await?;
        }
        tx.commit().await
    }
}

async fn insert_round(
    tx: &mut Tx,
    id: Uuid,
    no: i64,
    questions: &[String],
    at: Timestamp,
    sample: bool,
) -> Result<bool> {
    let begun = sql("INSERT INTO pulse_rounds (id, no, opened, questions, sample) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (no) DO NOTHING")
    .bind(id)
    .bind(no)
    .bind(crate::fold::kept(at))
    .bind(serde_json::to_string(questions)?)
    .bind(sample)
    .run(tx)
    .await?;
    if begun == 0 {
        return Ok(false);
    }
    for (question, _) in (0_i64..).zip(questions) {
        for score in 1..=i64::from(model::feedback::pulse::SCALE) {
            sql("INSERT INTO pulse_counts (round, question, score) VALUES ($1, $2, $3)")
                .bind(id)
                .bind(question)
                .bind(score)
                .run(tx)
                .await?;
        }
    }
    Ok(true)
}

/// Ends the round of this number, or all that run; then everything is shown that is enough to be.
async fn close(tx: &mut Tx, no: Option<i64>, asked: u64, at: Timestamp) -> Result<()> {
    let ending = sql("SELECT id, answers, shown FROM pulse_rounds WHERE closed IS NULL AND ($1 IS NULL OR no <= $1)")
        .bind(no)
        .all(tx, |row| Ok((row.id(0)?, row.int(1)?.unsigned_abs(), row.int(2)?.unsigned_abs())))
        .await?;
    for (id, answers, shown) in ending {
        sql("UPDATE pulse_rounds SET closed = $2, asked = $3 WHERE id = $1")
            .bind(id)
            .bind(at)
            .bind(i64::try_from(asked).unwrap_or(i64::MAX))
            .run(tx)
            .await?;
        if is_shown_at_end(answers, shown) {
            sql("UPDATE pulse_rounds SET shown = answers WHERE id = $1").bind(id).run(tx).await?;
            sql("UPDATE pulse_counts SET shown = n WHERE round = $1").bind(id).run(tx).await?;
            sql("UPDATE pulse_words SET shown = TRUE WHERE round = $1").bind(id).run(tx).await?;
        }
    }
    Ok(())
}

async fn rewrite(tx: &mut Tx, round: Uuid, new: Option<&str>, anew: bool) -> Result<()> {
    let known = sql("SELECT words, shown FROM pulse_words WHERE round = $1")
        .bind(round)
        .all(tx, |row| Ok((row.text(0)?, row.bool(1)?)))
        .await?;
    sql("DELETE FROM pulse_words WHERE round = $1").bind(round).run(tx).await?;
    let all = known.into_iter().chain(new.map(|words| (words.to_owned(), false)));
    let mut shuffled: Vec<(Uuid, String, bool)> =
        all.map(|(words, shown)| (Uuid::new_v4(), words, shown || anew)).collect();
    shuffled.sort();
    for (id, words, shown) in shuffled {
        insert_word(tx, id, round, &words, shown).await?;
    }
    Ok(())
}

async fn insert_word(tx: &mut Tx, id: Uuid, round: Uuid, words: &str, shown: bool) -> Result<()> {
    sql("INSERT INTO pulse_words (id, round, words, shown) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(round)
        .bind(words)
        .bind(shown)
        .run(tx)
        .await?;
    Ok(())
}
