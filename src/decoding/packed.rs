//! FLAC, Ogg Vorbis and MP3, packet by packet.

use std::fs::File;
use std::io::{ErrorKind, Seek as _};

use symphonia::core::audio::{Channels, SampleBuffer};
use symphonia::core::codecs::{CODEC_TYPE_NULL, Decoder, DecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{
    MediaSource, MediaSourceStream, MediaSourceStreamOptions, ReadOnlySource,
};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::probe::Hint;

use super::beginning::{beginning, why_unread, without_samples};
use super::gathered::{GatheredFrames, KeptFrame};
use super::{Damage, DecodedSound, DecodingPolicy, DecodingProblem};

/// How a file of Ogg begins.
const OGG: &[u8] = b"OggS";

/// Reads a file whose name has this ending, in small letters.
pub(super) fn decode<F: KeptFrame>(
    mut file: File,
    ending: &str,
    policy: &DecodingPolicy,
) -> Result<DecodedSound<F>, DecodingProblem> {
    use DecodingProblem::{Damaged, Unknown, Unreadable};
    let begin = beginning(&mut file)?;
    let again = file.try_clone();
    let heard = decode_from(Box::new(file), &begin, ending, policy);
    let is_unheard = matches!(&heard, Err(Unreadable(_) | Unknown | Damaged { heard: 0, .. }));
    // The last page of Ogg is looked for near the end of the file, where other bytes may lie. Of what
    // is read as it comes, nothing is looked for.
    let again = again.ok().filter(|_| is_unheard && begin.starts_with(OGG));
    let Some(mut again) = again else { return heard };
    if again.rewind().is_err() {
        return heard;
    }
    decode_from(Box::new(ReadOnlySource::new(again)), &begin, ending, policy).or(heard)
}

fn decode_from<F: KeptFrame>(
    source: Box<dyn MediaSource>,
    begin: &[u8],
    ending: &str,
    policy: &DecodingPolicy,
) -> Result<DecodedSound<F>, DecodingProblem> {
    let stream = MediaSourceStream::new(source, MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    hint.with_extension(ending);
    let (options, meta) = (FormatOptions::default(), MetadataOptions::default());
    let found = symphonia::default::get_probe().format(&hint, stream, &options, &meta);
    let mut format = found.map_err(|error| why(error, || why_unread(begin)))?.format;
    let track = format.tracks().iter().find(|it| it.codec_params.codec != CODEC_TYPE_NULL);
    let track = track.ok_or_else(|| why_unread(begin))?;
    let (id, about) = (track.id, track.codec_params.clone());
    let channels = about.channels.map_or(0, Channels::count);
    let mut gathered = policy.shape(about.sample_rate.unwrap_or(0), channels)?;
    let decoder = symphonia::default::get_codecs().make(&about, &DecoderOptions::default());
    let mut decoder = decoder.map_err(|_| why_unread(begin))?;
    gather(&mut gathered, format.as_mut(), decoder.as_mut(), id, policy.damage)?;
    gathered.finish(about.n_frames).map_err(|problem| match problem {
        // A reader that lost its way by damage looks for it up to the end.
        DecodingProblem::CutOff { heard, promised, rate } => {
            DecodingProblem::Damaged { heard, promised, rate }
        }
        // There was a head, and a decoder for it.
        DecodingProblem::Empty => promised_and_empty(about.n_frames, about.sample_rate),
        problem => problem,
    })
}

fn promised_and_empty(promised: Option<u64>, rate: Option<u32>) -> DecodingProblem {
    match (promised, rate) {
        (Some(promised @ 1..), Some(rate)) => DecodingProblem::Damaged { heard: 0, promised, rate },
        _ => without_samples(),
    }
}

/// What the system says, where it does; else this. What the readers say is for those who write them.
fn why(error: Error, otherwise: impl FnOnce() -> DecodingProblem) -> DecodingProblem {
    match error {
        Error::IoError(error) if error.raw_os_error().is_some() => {
            DecodingProblem::of_system(error)
        }
        _ => otherwise(),
    }
}

fn gather<F: KeptFrame>(
    gathered: &mut GatheredFrames<'_, F>,
    format: &mut dyn FormatReader,
    decoder: &mut dyn Decoder,
    track: u32,
    damage: Damage,
) -> Result<(), DecodingProblem> {
    let mut pieces_left = match damage {
        Damage::Refused => 0,
        Damage::Forgiven { most_pieces, .. } => most_pieces,
    };
    while !gathered.is_full() {
        let packet = match format.next_packet() {
            Ok(packet) => packet,
            Err(Error::IoError(error)) if error.kind() == ErrorKind::UnexpectedEof => break,
            Err(error) if damage == Damage::Refused => {
                return Err(why(error, DecodingProblem::damaged));
            }
            // Whatever keeps the next piece from being read, the file ends there.
            Err(_) => break,
        };
        if packet.track_id() != track {
            continue;
        }
        match decoder.decode(&packet) {
            Ok(heard) => {
                let spec = *heard.spec();
                let mut frames = SampleBuffer::<f32>::new(heard.capacity() as u64, spec);
                frames.copy_interleaved_ref(heard);
                gathered.add(frames.samples(), spec.channels.count(), spec.rate)?;
            }
            Err(Error::DecodeError(_) | Error::IoError(_)) if pieces_left > 0 => pieces_left -= 1,
            Err(_) if damage != Damage::Refused => break,
            Err(error) => return Err(why(error, DecodingProblem::damaged)),
        }
    }
    Ok(())
}
