//! Typed values as the text that a table in a file of text has.

use std::fmt::Write as _;

use jiff::{Timestamp, civil, tz::TimeZone};
use parquet::{
    basic::{ConvertedType, LogicalType, TimeUnit, Type},
    data_type::Int96,
    schema::types::ColumnDescriptor,
};

/// Bytes of the longest decimal number: 77 digits.
const WIDEST: usize = 32;
/// Bytes of the longest text of a fixed length.
const FIXED: i32 = 4096;

/// Parts of a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Milli,
    Micro,
    Nano,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Truths and numbers as they are.
    Plain,
    /// Whole numbers without a sign.
    Unsigned,
    /// Days since 1970.
    Day,
    /// Time of day.
    Time(Unit),
    /// A moment, in UTC or of no zone.
    Moment(Unit, bool),
    /// Whole numbers of which so many digits are behind the point.
    Decimal(u32),
    /// Numbers of 16 bits.
    Half,
    Uuid,
    Text,
}

/// What the values of a column are; `None` for what is no text, number or time.
pub fn kind(column: &ColumnDescriptor) -> Option<Kind> {
    let kind = match column.logical_type_ref() {
        Some(logical) => of_logical(logical)?,
        None => of_converted(column)?,
    };
    let of = column.physical_type();
    let length = column.type_length();
    let fits = match kind {
        Kind::Plain if of == Type::FIXED_LEN_BYTE_ARRAY => return (1..=FIXED).contains(&length).then_some(Kind::Text),
        Kind::Plain if of == Type::BYTE_ARRAY => return Some(Kind::Text),
        Kind::Plain => true,
        Kind::Unsigned | Kind::Day | Kind::Time(_) | Kind::Moment(..) => matches!(of, Type::INT32 | Type::INT64),
        Kind::Decimal(_) => !matches!(of, Type::BOOLEAN | Type::INT96 | Type::FLOAT | Type::DOUBLE),
        Kind::Half => of == Type::FIXED_LEN_BYTE_ARRAY && length == 2,
        Kind::Uuid => of == Type::FIXED_LEN_BYTE_ARRAY && length == 16,
        Kind::Text => of == Type::BYTE_ARRAY || (of == Type::FIXED_LEN_BYTE_ARRAY && (1..=FIXED).contains(&length)),
    };
    let narrow =
        of != Type::FIXED_LEN_BYTE_ARRAY || kind == Kind::Text || usize::try_from(length).is_ok_and(|l| l <= WIDEST);
    // A column that holds nothing may be of any type.
    if fits && narrow { Some(kind) } else { None }
}

fn of_logical(logical: &LogicalType) -> Option<Kind> {
    let unit = |unit: &TimeUnit| match unit {
        TimeUnit::MILLIS => Unit::Milli,
        TimeUnit::MICROS => Unit::Micro,
        TimeUnit::NANOS => Unit::Nano,
    };
    Some(match logical {
        LogicalType::String | LogicalType::Enum | LogicalType::Json => Kind::Text,
        LogicalType::Decimal(decimal) => Kind::Decimal(scale(decimal.scale)?),
        LogicalType::Date => Kind::Day,
        LogicalType::Time(time) => Kind::Time(unit(&time.unit)),
        LogicalType::Timestamp(time) => Kind::Moment(unit(&time.unit), time.is_adjusted_to_u_t_c),
        LogicalType::Integer(int) if !int.is_signed => Kind::Unsigned,
        LogicalType::Integer(_) | LogicalType::Unknown => Kind::Plain,
        LogicalType::Uuid => Kind::Uuid,
        LogicalType::Float16 => Kind::Half,
        _ => return None,
    })
}

/// As files of before 2018 say it: their moments are in UTC.
fn of_converted(column: &ColumnDescriptor) -> Option<Kind> {
    Some(match column.converted_type() {
        ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON => Kind::Text,
        ConvertedType::DECIMAL => Kind::Decimal(scale(column.type_scale())?),
        ConvertedType::DATE => Kind::Day,
        ConvertedType::TIME_MILLIS => Kind::Time(Unit::Milli),
        ConvertedType::TIME_MICROS => Kind::Time(Unit::Micro),
        ConvertedType::TIMESTAMP_MILLIS => Kind::Moment(Unit::Milli, true),
        ConvertedType::TIMESTAMP_MICROS => Kind::Moment(Unit::Micro, true),
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64 => {
            Kind::Unsigned
        }
        ConvertedType::BSON
        | ConvertedType::INTERVAL
        | ConvertedType::MAP
        | ConvertedType::MAP_KEY_VALUE
        | ConvertedType::LIST => return None,
        _ => Kind::Plain,
    })
}

fn scale(scale: i32) -> Option<u32> {
    u32::try_from(scale).ok().filter(|scale| *scale <= 80)
}

/// A whole number of 32 or 64 bits.
pub fn int(kind: Kind, value: i64, wide: bool, out: &mut String) {
    let done = match kind {
        Kind::Unsigned if wide => write!(out, "{}", value as u64).is_ok(),
        Kind::Unsigned => write!(out, "{}", value as u32).is_ok(),
        Kind::Day => day(value, out).is_some(),
        Kind::Time(unit) => time(unit, value, out).is_some(),
        Kind::Moment(unit, utc) => moment(unit, utc, value, out).is_some(),
        Kind::Decimal(scale) => {
            decimal(&value.to_be_bytes(), scale, out);
            true
        }
        _ => false,
    };
    if !done {
        let _ = write!(out, "{value}");
    }
}

fn day(days: i64, out: &mut String) -> Option<()> {
    let at = Timestamp::from_second(days.checked_mul(86_400)?).ok()?;
    write!(out, "{}", TimeZone::UTC.to_datetime(at).date()).ok()
}

fn time(unit: Unit, value: i64, out: &mut String) -> Option<()> {
    let at = timestamp(unit, value).filter(|at| (0..86_400).contains(&at.as_second()))?;
    write!(out, "{}", TimeZone::UTC.to_datetime(at).time()).ok()
}

fn timestamp(unit: Unit, value: i64) -> Option<Timestamp> {
    match unit {
        Unit::Milli => Timestamp::from_millisecond(value),
        Unit::Micro => Timestamp::from_microsecond(value),
        Unit::Nano => Timestamp::from_nanosecond(i128::from(value)),
    }
    .ok()
}

fn moment(unit: Unit, utc: bool, value: i64, out: &mut String) -> Option<()> {
    let at = timestamp(unit, value)?;
    if utc { write!(out, "{at}").ok() } else { local(at, out) }
}

/// Without a zone; at midnight as the day alone, since tables of data know no other way to keep a day.
fn local(at: Timestamp, out: &mut String) -> Option<()> {
    let at = TimeZone::UTC.to_datetime(at);
    if at.time() == civil::Time::midnight() { write!(out, "{}", at.date()).ok() } else { write!(out, "{at}").ok() }
}

/// A moment of 96 bits: nanoseconds of the day and the Julian day, which says nothing of a zone.
pub fn int96(value: &Int96, out: &mut String) {
    let &[low, high, day] = value.data() else { return };
    let nanos = i128::from(u64::from(high) << 32 | u64::from(low));
    let days = i128::from(day) - 2_440_588;
    let read = Timestamp::from_nanosecond(days * 86_400_000_000_000 + nanos).ok().and_then(|at| local(at, out));
    if read.is_none() {
        let _ = write!(out, "day {day}");
    }
}

/// A number with a point that floats; nothing for what is none.
pub fn float<N: std::fmt::Display + Into<f64> + Copy>(value: N, out: &mut String) {
    if value.into().is_finite() {
        let _ = write!(out, "{value}");
    }
}

/// A value of a fixed or short length.
pub fn bytes(kind: Kind, value: &[u8], out: &mut String) {
    match (kind, value) {
        (Kind::Decimal(scale), _) if value.len() <= WIDEST => decimal(value, scale, out),
        (Kind::Half, &[low, high]) => float(half(u16::from_le_bytes([low, high])), out),
        (Kind::Uuid, _) if value.len() == 16 => {
            for (at, byte) in value.iter().enumerate() {
                let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
                let _ = write!(out, "{dash}{byte:02x}");
            }
        }
        _ => {
            let _ = write!(out, "a value of {} bytes", value.len());
        }
    }
}

/// A number of 16 bits. Source: IEEE 754-2019, binary16.
fn half(bits: u16) -> f32 {
    let (sign, exponent, fraction) = (bits >> 15, i32::from(bits >> 10 & 31), f32::from(bits & 1023));
    let size = match exponent {
        0 => fraction * 2_f32.powi(-24),
        31 => f32::NAN,
        _ => (1.0 + fraction / 1024.0) * 2_f32.powi(exponent - 15),
    };
    if sign == 0 { size } else { -size }
}

/// A whole number in two's complement, its highest byte first, of which `scale` digits are behind the point.
fn decimal(bytes: &[u8], scale: u32, out: &mut String) {
    let negative = bytes.first().is_some_and(|b| b & 0x80 != 0);
    let mut size: Vec<u8> = bytes.iter().map(|b| if negative { !b } else { *b }).collect();
    if negative {
        for byte in size.iter_mut().rev() {
            let (sum, carry) = byte.overflowing_add(1);
            *byte = sum;
            if !carry {
                break;
            }
        }
    }
    let digits = digits(size);
    let scale = scale as usize;
    let digits = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    out.push_str(if negative { "-" } else { "" });
    out.push_str(whole);
    if scale > 0 {
        out.push('.');
        out.push_str(fraction);
    }
}

/// A number without a sign, its highest byte first, in decimal digits.
fn digits(mut number: Vec<u8>) -> String {
    if let Ok(short) = <[u8; 8]>::try_from(number.as_slice()) {
        return u64::from_be_bytes(short).to_string();
    }
    let mut parts = Vec::new();
    while number.iter().any(|b| *b != 0) {
        let mut rest = 0_u64;
        for byte in &mut number {
            let value = rest << 8 | u64::from(*byte);
            *byte = (value / 1_000_000_000) as u8;
            rest = value % 1_000_000_000;
        }
        parts.push(rest);
    }
    let mut out = parts.last().map_or_else(|| "0".to_owned(), u64::to_string);
    for part in parts.iter().rev().skip(1) {
        let _ = write!(out, "{part:09}");
    }
    out
}
