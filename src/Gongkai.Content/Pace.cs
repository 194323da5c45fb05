namespace Gongkai.Content;

/// <summary>Sizes the batches of a long piece of work by the time that they take, so that whoever waits between two of them never waits long. For one worker at a time.</summary>
/// <param name="time">The clock.</param>
/// <param name="aim">How long a batch should take, asked after each.</param>
/// <param name="least">The smallest size, with which it begins: on a machine that is busy with other things smaller batches would only make more work.</param>
/// <param name="most">The largest size.</param>
public sealed class Pace(TimeProvider time, Func<TimeSpan> aim, int least, int most)
{
    private readonly int _least = least;

    /// <summary>One that always aims at the same time.</summary>
    public Pace(TimeProvider time, TimeSpan aim, int least, int most)
        : this(time, () => aim, least, most)
    {
    }
    private long _began;

    /// <summary>How much the next batch should take on.</summary>
    public int Size { get; private set; } = least;

    /// <summary>A batch begins.</summary>
    public void Begin() => _began = time.GetTimestamp();

    /// <summary>A batch ended; says for how long it worked.</summary>
    /// <param name="done">How much it took on.</param>
    public TimeSpan End(int done)
    {
        var took = time.GetElapsedTime(_began);
        if (done > 0)
        {
            // At most twice as much: one light batch says little of the next.
            var fitting = took > TimeSpan.Zero ? done * (aim() / took) : double.MaxValue;
            Size = (int)Math.Clamp(Math.Min(fitting, Size * 2.0), _least, most);
        }

        return took;
    }
}
