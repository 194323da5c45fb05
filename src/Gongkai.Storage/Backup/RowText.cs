using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongkai.Storage;

/// <summary>Values of a column as JSON and back, the same whichever engine they come from and go to.</summary>
internal static class RowText
{
    // Engines keep times to a microsecond at least, and not all of them more.
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the value of a column of the row that a reader is at.</summary>
    public static void Write(Utf8JsonWriter writer, DbDataReader reader, int i, IProperty column)
    {
        if (reader.IsDBNull(i))
        {
            writer.WriteNullValue();
            return;
        }

        switch (TypeOf(column))
        {
            case var type when type == typeof(string):
                writer.WriteStringValue(reader.GetString(i));
                break;
            case var type when type == typeof(long):
                writer.WriteNumberValue(reader.GetInt64(i));
                break;
            case var type when type == typeof(int):
                writer.WriteNumberValue(reader.GetInt32(i));
                break;
            case var type when type == typeof(bool):
                writer.WriteBooleanValue(reader.GetBoolean(i));
                break;
            case var type when type == typeof(double):
                writer.WriteNumberValue(reader.GetDouble(i));
                break;
            case var type when type == typeof(DateTime):
                writer.WriteStringValue(reader.GetDateTime(i).ToString(TimeFormat, CultureInfo.InvariantCulture));
                break;
            case var type when type == typeof(DateOnly):
                writer.WriteStringValue(reader.GetFieldValue<DateOnly>(i).ToString(DayFormat, CultureInfo.InvariantCulture));
                break;
            case var type when type == typeof(byte[]):
                writer.WriteBase64StringValue(reader.GetFieldValue<byte[]>(i));
                break;
            case var type:
                throw new NotSupportedException($"{column.DeclaringType.Name}.{column.Name}: a backup has no form for {type}.");
        }
    }

    /// <summary>Reads a value as the model has it.</summary>
    /// <exception cref="FormatException">It is none of the column's type.</exception>
    public static object? Read(JsonElement value, IProperty column)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return column.IsNullable ? null : throw new FormatException($"{column.Name} is null.");
        try
        {
            object read = TypeOf(column) switch
            {
                var type when type == typeof(string) => value.GetString()!,
                var type when type == typeof(long) => value.GetInt64(),
                var type when type == typeof(int) => value.GetInt32(),
                var type when type == typeof(bool) => value.GetBoolean(),
                var type when type == typeof(double) => value.GetDouble(),
                var type when type == typeof(DateTime) => DateTime.ParseExact(value.GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                var type when type == typeof(DateOnly) => DateOnly.ParseExact(value.GetString()!, DayFormat, CultureInfo.InvariantCulture),
                var type when type == typeof(byte[]) => value.GetBytesFromBase64(),
                var type => throw new NotSupportedException($"{column.DeclaringType.Name}.{column.Name}: a backup has no form for {type}."),
            };
            var declared = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
            return declared.IsEnum ? Enum.ToObject(declared, read) : read;
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"{column.Name}: {fault.Message}", fault);
        }
    }

    /// <summary>Whether a column's values have a form.</summary>
    public static bool Knows(IProperty column) =>
        new[] { typeof(string), typeof(long), typeof(int), typeof(bool), typeof(double), typeof(DateTime), typeof(DateOnly), typeof(byte[]) }.Contains(TypeOf(column));

    private static Type TypeOf(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type.IsEnum ? Enum.GetUnderlyingType(type) : type;
    }
}
